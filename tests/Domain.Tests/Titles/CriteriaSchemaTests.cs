using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>What an editor marks by the schema is what the reader refuses: neither knows a field or a value that the other does not.</summary>
public sealed class CriteriaSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(RuleBookFiles.Read("schema/criteria.schema.json"));

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
        Assert.True(Fits(json), $"{file} does not fit the schema.");
        Assert.EndsWith("schema/criteria.schema.json", json["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(json["id"]!.GetValue<string>().ToLowerInvariant() + ".json", Path.GetFileName(file));
    }

    /// <summary>Removes each field of each entry in turn: the reader misses it exactly when the schema does.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneFieldRemoved_IsMissedByBothOrByNeither(string file) => EveryField(file, (parent, name) =>
    {
        parent.Remove(name);
        return error => error.Contains("is missing", StringComparison.Ordinal) || error.Contains("must be true or false", StringComparison.Ordinal)
            || error.Contains("\"levels\" is empty", StringComparison.Ordinal) || error.Contains("asks for a percentage", StringComparison.Ordinal);
    });

    /// <summary>Misspells each field of each entry in turn.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneFieldMisspelt_IsRefusedByBoth(string file) => EveryField(file, (parent, name) =>
    {
        var value = parent[name];
        parent.Remove(name);
        parent[name + "x"] = value;
        return _ => true;
    });

    /// <summary>Puts a value of another kind into each field of each entry in turn.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneValueOfAnotherKind_IsRefusedByBoth(string file) => EveryField(file, (parent, name) =>
    {
        parent[name] = parent[name]?.GetValueKind() is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False ? 17 : "x";
        return _ => true;
    });

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
    public void Value_ThatIsNone_IsRefusedByBoth(string path, string value)
    {
        var json = JsonNode.Parse(File.ReadAllText(CriteriaFiles.Samples.Single(file => file.EndsWith("mau-dvht.json", StringComparison.Ordinal))))!;
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate(json, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(value);

        Assert.False(Fits(json));
        Assert.NotEmpty(Errors(json));
    }

    private static void EveryField(string file, Func<JsonObject, string, Predicate<string>> change)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
        for (var i = 0; ; i++)
        {
            var json = JsonNode.Parse(text)!;
            if (Fields(json).ElementAtOrDefault(i) is not { Parent: { } parent } field)
                return;
            var counts = change(parent, field.Name);
            var refused = Errors(json).Any(error => counts(error));
            Assert.True(refused == !Fits(json), $"{file}, {field.Path}: the reader {(refused ? "refuses" : "accepts")} it, the schema does not. {string.Join(' ', Errors(json))}");
        }
    }

    /// <summary>The first entry of each list stands for all of them.</summary>
    private static IEnumerable<(JsonObject Parent, string Name, string Path)> Fields(JsonNode? node, string path = "") => node switch
    {
        JsonObject entry => entry.ToList().SelectMany(field => Fields(field.Value, $"{path}/{field.Key}").Prepend((entry, field.Key, $"{path}/{field.Key}"))),
        JsonArray list => list.Take(2).SelectMany((item, i) => Fields(item, $"{path}/{i}")),
        _ => [],
    };

    private static IReadOnlyList<string> Errors(JsonNode json) => CriteriaSetFile.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), "x.json").Errors;

    private static bool Fits(JsonNode json) => Schema.Evaluate(JsonSerializer.SerializeToElement(json)).IsValid;
}
