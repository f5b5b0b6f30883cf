using System.Text.Json.Nodes;

namespace TitleCertification.Domain.Tests.Rules;

/// <summary>As <see cref="Titles.CriteriaSchemaTests"/>, for all other files of a rule book.</summary>
public sealed class RuleBookSchemaTests
{
    private static readonly string[] Books = ["rulebook", "sample-province"];

    /// <summary>Every file, as shipped and of the demonstration.</summary>
    public static TheoryData<string> Files =>
    [
        .. Books
            .SelectMany(book => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, book), "*.json", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/schema/", StringComparison.Ordinal) && !file.Contains("/criteria/", StringComparison.Ordinal)),
    ];

    /// <summary>Every kind of file, each with every field it may have.</summary>
    public static TheoryData<string> Samples =>
    [
        "rulebook/province.json", "sample-province/province.json", "rulebook/takeovers.json", "rulebook/deadlines.json", "rulebook/calendar/2026.json", "rulebook/wording/learning-unit.json",
        "rulebook/routes/commune-alone.json", "sample-province/routes/district-then-province.json",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_AsShipped_IsReadAndFitsTheSchemaItNames(string file)
    {
        var json = JsonNode.Parse(Text(file))!;
        var schema = Of(file);

        Assert.Empty(schema.Errors(json));
        Assert.True(schema.Fits(json), $"{file} does not fit the schema.");
        Assert.EndsWith($"schema/{SchemaOf(file)}", json["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneFieldRemoved_IsMissedByBothOrByNeither(string file) => Of(file).OneFieldRemoved(Text(file), error =>
        error.Contains("is missing", StringComparison.Ordinal) || error.Contains("must be true or false", StringComparison.Ordinal)
        || error.Contains("names no", StringComparison.Ordinal) || error.Contains("has no stage", StringComparison.Ordinal)
        || error.Contains("chooses no route", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneFieldMisspelt_IsRefusedByBoth(string file) => Of(file).OneFieldMisspelt(Text(file));

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_WithOneValueOfAnotherKind_IsRefusedByBoth(string file) => Of(file).OneValueOfAnotherKind(Text(file));

    [Theory]
    [InlineData("rulebook/province.json", "nationalCode", "\"42\"")]
    [InlineData("rulebook/province.json", "extends", "\"another\"")]
    [InlineData("rulebook/province.json", "routes", "[]")]
    [InlineData("rulebook/province.json", "agencies", "[{\"unit\":\"361\"}]")]
    [InlineData("rulebook/takeovers.json", "takeovers/0/toRole", "\"Auditor\"")]
    [InlineData("rulebook/deadlines.json", "deadlines/0/month", "13")]
    [InlineData("rulebook/deadlines.json", "deadlines/0/day", "0")]
    [InlineData("rulebook/deadlines.json", "deadlines/0/appliesTo/0/levels", "[\"Planet\"]")]
    [InlineData("rulebook/calendar/2026.json", "year", "1999")]
    [InlineData("rulebook/calendar/2026.json", "days/0/kind", "\"Sunday\"")]
    [InlineData("rulebook/calendar/2026.json", "days/0/from", "\"1/1/2026\"")]
    [InlineData("rulebook/wording/clan.json", "appliesTo", "[]")]
    [InlineData("rulebook/wording/clan.json", "heading", "\"\"")]
    [InlineData("rulebook/routes/commune-alone.json", "stages", "[]")]
    [InlineData("rulebook/routes/commune-alone.json", "stages/0/workingDays", "-1")]
    [InlineData("rulebook/routes/commune-alone.json", "stages/0/role", "\"Administrator\"")]
    [InlineData("rulebook/routes/commune-alone.json", "stages/0/level", "\"Hamlet\"")]
    [InlineData("rulebook/routes/commune-alone.json", "basis/certainty", "\"SURE\"")]
    [InlineData("rulebook/routes/commune-alone.json", "name/vi", "\"Cấp  xã\"")]
    [InlineData("rulebook/routes/commune-alone.json", "stages/0/role", "\"DistrictReviewer\"")]
    [InlineData("rulebook/routes/commune-alone.json", "stages/0/workingDays", "0")]
    [InlineData("rulebook/routes/commune-alone.json", "stages/0/answerDays", "0")]
    [InlineData("rulebook/routes/commune-alone.json", "appliesTo/0/levels", "[\"Hamlet\"]")]
    [InlineData("rulebook/wording/clan.json", "issuingBody", "\"Ủy ban nhân dân\"")]
    [InlineData("rulebook/wording/clan.json", "graded", "\"Xếp loại: {grade}\"")]
    [InlineData("rulebook/deadlines.json", "deadlines/2/day", "29")]
    [InlineData("rulebook/deadlines.json", "deadlines/3/day", "32")]
    [InlineData("rulebook/province.json", "asOf", "\"2025-06-30\"")]
    [InlineData("rulebook/province.json", "agencies", "[{\"unit\":\"361\",\"code\":\"361\"}]")]
    public void Value_ThatIsNone_IsRefusedByBoth(string file, string path, string value)
    {
        var json = JsonNode.Parse(Text(file))!;
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate(json, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(value);

        Assert.False(Of(file).Fits(json));
        Assert.NotEmpty(Of(file).Errors(json));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    /// <summary>The file alone is read: what it lacks of others is not said, what is wrong with it is.</summary>
    private static SchemaAgreement Of(string file)
    {
        var path = file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return new(SchemaOf(file), json => Domain.RuleBook.RuleBookFiles.Read(new Dictionary<string, ReadOnlyMemory<byte>> { [path] = json }).Errors.English()
            .Where(error => error.StartsWith($"{path}: ", StringComparison.Ordinal)));
    }

    private static string SchemaOf(string file) => file.Split('/') switch
    {
        [_, var name] => name.Replace(".json", ".schema.json", StringComparison.Ordinal),
        [_, "routes", _] => "route.schema.json",
        [_, var folder, _] => $"{folder}.schema.json",
        _ => throw new ArgumentException($"{file} is no file of a rule book."),
    };
}
