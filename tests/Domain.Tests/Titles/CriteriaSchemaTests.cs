using System.Text.Json.Nodes;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>What an editor marks by the schema is what the reader refuses: neither knows a field or a value that the other does not.</summary>
public sealed class CriteriaSchemaTests
{
    private static readonly SchemaAgreement Schema = new("criteria.schema.json", json => CriteriaSetFile.Parse(json, "x.json").Errors.English());

    public static TheoryData<string> Files => [.. CriteriaFiles.Real.Concat(CriteriaFiles.Samples).Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file))];

    /// <summary>Every kind of entry, in both models.</summary>
    public static TheoryData<string> Samples =>
    [
        "rulebook/criteria/gdht-448-2015.json", "rulebook/criteria/dvht-tt24-2023.json", "sample-province/criteria/mau-gdht.json", "sample-province/criteria/mau-cdht-thon.json",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_AsShipped_IsReadAndFitsTheSchemaItNames(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, file);
        var json = JsonNode.Parse(File.ReadAllText(path))!;

        Assert.Empty(CriteriaSetFile.Parse(File.ReadAllBytes(path), file).Errors);
        Assert.True(Schema.Fits(json), $"{file} does not fit the schema.");
        Assert.EndsWith("schema/criteria.schema.json", json["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(json["id"]!.GetValue<string>().ToLowerInvariant() + ".json", Path.GetFileName(file));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneFieldRemoved_IsMissedByBothOrByNeither(string file) => Schema.OneFieldRemoved(Text(file), error =>
        error.Contains("is missing", StringComparison.Ordinal) || error.Contains("must be true or false", StringComparison.Ordinal)
        || error.Contains("\"levels\" is empty", StringComparison.Ordinal) || error.Contains("asks for a percentage", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneFieldMisspelt_IsRefusedByBoth(string file) => Schema.OneFieldMisspelt(Text(file));

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneValueOfAnotherKind_IsRefusedByBoth(string file) => Schema.OneValueOfAnotherKind(Text(file));

    [Theory]
    [InlineData("title", "\"XXXX\"")]
    [InlineData("mode", "\"both\"")]
    [InlineData("levels", "[\"Planet\"]")]
    [InlineData("levels", "[]")]
    [InlineData("validFrom", "\"01/01/2016\"")]
    [InlineData("basis/certainty", "\"SURE\"")]
    [InlineData("resultValidity/rule", "\"Never\"")]
    [InlineData("criteria/0/indicators/0/measure", "\"points\"")]
    [InlineData("criteria/1/indicators/0/requirements/0/percent", "100.5")]
    [InlineData("criteria/1/indicators/0/requirements/0/percent", "-1")]
    [InlineData("criteria/0/indicators/0/requirements", "[{\"level\":\"MUC_DO_1\",\"percent\":90,\"certainty\":\"FOUND\"}]")]
    [InlineData("id", "\"\"")]
    [InlineData("name/vi", "\"Đơn vị học tập \"")]
    [InlineData("levels", "[\"Household\"]")]
    [InlineData("validFrom", "\"01/07/2025\"")]
    public void Value_ThatIsNone_IsRefusedByBoth(string path, string value)
    {
        var json = JsonNode.Parse(File.ReadAllText(CriteriaFiles.Samples.Single(file => file.EndsWith("mau-dvht.json", StringComparison.Ordinal))))!;
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate(json, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(value);

        Assert.False(Schema.Fits(json));
        Assert.NotEmpty(Schema.Errors(json));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
}
