using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Titles;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>Each test breaks the shipped file in one place and asks for the sentence; the untouched file has no errors.</summary>
public sealed class CriteriaSetFileTests
{
    private static readonly string Shipped = Read("criteria/dvht-tt22-2020.json");

    private const string NotClean =
        "x.json: set, criterion 1: \"vi\" holds control characters, doubled or outer spaces, or letters that are not composed (NFC).";

    public static TheoryData<string, string, string> Broken => new()
    {
        // what is set (path = JSON, "-" removes), and the error
        { "id", "-", "x.json: set: \"id\" is missing." },
        { "id", "\"\"", "x.json: set: \"id\" is empty." },
        { "title", "\"XXXX\"", "x.json: set: \"title\" is \"XXXX\"; the titles are GDHT, DHHT, CDHT, DVHT." },
        { "mode", "\"both\"", "x.json: set: \"mode\" is \"both\"; the modes are points and indicators." },
        { "name/en", "-", "x.json: set, name: \"en\" is missing." },
        { "criteria/1/indicators/2/en", "-", "x.json: set, criterion 2, indicator 2.3: \"en\" is missing." },
        { "criteria/2/indicators/0/items/7/vi", "-", "x.json: set, criterion 3, indicator 3.1, item no. 8: \"vi\" is missing." },
        { "criteria/0/vi", "\"Điều kiện\\u0007\"", NotClean },
        { "criteria/0/vi", "\"Đie\\u0302\\u0300u\"", NotClean },
        { "basis", "\"Điều 5\"", "x.json: set: \"basis\" must be an object." },
        { "basis/issuedOn", "\"06/08/2020\"", "x.json: set, basis: \"issuedOn\" is \"06/08/2020\"; it must be a date like 2020-09-21." },
        { "basis/certainty", "\"SURE\"", "x.json: set, basis: \"certainty\" must be FOUND, INFERRED, RECALLED, NOT_FOUND or PROPOSAL." },
        { "validFrom", "\"2021-02-29\"", "x.json: set: \"validFrom\" is \"2021-02-29\"; it must be a date like 2020-09-21." },
        { "validTo", "\"2020-09-20\"", "x.json: set: it ends on 2020-09-20, before it begins on 2020-09-21." },
        { "validTO", "null", "x.json: set: \"validTO\" is not a field of this entry." },
        { "complete", "\"yes\"", "x.json: set: \"complete\" must be true or false." },
        { "levels", "[1]", "x.json: set: \"levels\" must be a list of texts." },
        { "maxTotal", "110", "x.json: set: its criteria add up to 100, its maximum is 110." },
        { "maxTotal", "100.5", "x.json: set: \"maxTotal\" is 100.5; it must be a whole number from 0 to 100000." },
        { "maxTotal", "-1", "x.json: set: \"maxTotal\" is -1; it must be a whole number from 0 to 100000." },
        { "criteria/1/max", "31", "x.json: criterion 2: its indicators add up to 30, its maximum is 31." },
        { "criteria/0/indicators/0/max", "9", "x.json: criterion 1: its indicators add up to 29, its maximum is 30." },
        { "criteria/0/indicators/0/max", "-", "x.json: set, criterion 1, indicator 1.1: \"max\" is missing; where the value is not known, write null." },
        { "criteria/0/indicators/0/max", "null", "x.json: indicator 1.1: its maximum is not known, but the set is said to be complete." },
        { "criteria/0/indicators/0/max", "0", "x.json: indicator 1.1: its maximum is 0, so it can never count." },
        { "criteria/0/indicators/0/floor", "11", "x.json: indicator 1.1: its floor 11 is above its maximum 10." },
        { "criteria/0/indicators/0/threshhold", "\"100%\"", "x.json: set, criterion 1, indicator 1.1: \"threshhold\" is not a field of this entry." },
        { "criteria/1/code", "\"1\"", "x.json: criterion 1: the code is used more than once." },
        { "criteria/2/indicators/2/code", "\"1.1\"", "x.json: indicator 1.1: the code is used more than once." },
        { "criteria", "[]", "x.json: set: it has no criteria." },
        { "criteria/0/indicators/0", "7", "x.json: set, criterion 1: \"indicators\", no. 1, must be an object." },
        { "bands", "{}", "x.json: set: \"bands\" must be a list." },
        { "bands", "[]", "x.json: set: it has neither bands nor a pass mark." },
        { "bands/1/code", "\"TOT\"", "x.json: band TOT: the code is used more than once." },
        { "bands/1/maxExclusive", "84", "x.json: bands KHA and TOT: totals from 84 to 84 are in neither." },
        { "bands/1/maxExclusive", "86", "x.json: bands KHA and TOT: both hold a total of 85." },
        { "bands/1/maxExclusive", "null", "x.json: bands KHA and TOT: both hold a total of 85." },
        { "bands/1/maxExclusive", "70", "x.json: band KHA: it is empty, from 70 to below 70." },
        { "bands/0/maxExclusive", "100", "x.json: band TOT: totals from 100 to 100 are in no band." },
        { "bands/0/min", "101", "x.json: band TOT: it begins at 101, above the maximum 100." },
        { "bands/3/min", "10", "x.json: band KHONG_DAT: totals from 0 to 9 are in no band." },
        { "bands/0/awarded", "false", "x.json: bands KHA and TOT: the lower gives the title and the higher does not." },
        { "notes/0/en", "-", "x.json: set, note no. 1: \"en\" is missing." },
    };

    [Fact]
    public void Parse_ShippedFile_HasNoErrors() => Assert.Empty(Parse(Shipped).Errors);

    [Fact]
    public void Parse_ShippedFileWithByteOrderMark_HasNoErrors() => Assert.Empty(Parse("\uFEFF" + Shipped).Errors);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Parse_OneThingBroken_SaysFileEntryAndReason(string path, string value, string error)
    {
        var read = Parse(Break(Shipped, path, value));

        Assert.Contains(error, read.Errors.English());
        Assert.Null(read.Set);
    }

    [Fact]
    public void Parse_SeveralThingsBroken_SaysAllOfThem()
    {
        var broken = Break(Break(Break(Shipped, "criteria/1/max", "31"), "bands/1/maxExclusive", "84"), "validTo", "\"2019-01-01\"");

        Assert.Equal(4, Parse(broken).Errors.Count);
    }

    [Fact]
    public void Parse_NoBandGivesTheTitle_IsAnError()
    {
        var none = Enumerable.Range(0, 4).Aggregate(Shipped, (json, band) => Break(json, $"bands/{band}/awarded", "false"));

        Assert.Equal(["x.json: set: no band gives the title."], Parse(none).Errors.English());
    }

    [Fact]
    public void Parse_IncompleteSet_MayAddUpToLessButNotToMore()
    {
        var incomplete = Break(Shipped, "complete", "false");

        Assert.False(Parse(Break(incomplete, "criteria/0/indicators", "[]")).Set!.Complete);
        Assert.Equal(
            ["x.json: criterion 1: its indicators add up to 31, its maximum is 30."],
            Parse(Break(incomplete, "criteria/0/indicators/0/max", "11")).Errors.English());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Parse_NotOneWellFormedObject_IsOneError(string json) =>
        Assert.StartsWith("x.json", Assert.Single(Parse(json).Errors.English()), StringComparison.Ordinal);

    [Fact]
    public void Parse_NotUtf8_IsOneError() =>
        Assert.Equal(["x.json: the file is not UTF-8; save it in that encoding."], CriteriaSetFile.Parse(Encoding.Unicode.GetBytes(Shipped), "x.json").Errors.English());

    [Theory]
    [InlineData("\"Tốt\"", "\"\\uD800\"")]
    [InlineData("\"Tốt\"", "\"\\uD800 x\"")]
    [InlineData("\"Tốt\"", "\"\\uDC00\"")]
    [InlineData("\"2.1\"", "\"\\uDC00\"")]
    [InlineData("\"id\"", "\"\\uDC00\"")]
    [InlineData("\"District\"", "\"\\uD800\"")]
    public void Parse_HalfASurrogatePair_IsOneError(string what, string by) =>
        Assert.Equal(["x.json: a text holds half of a surrogate pair."], Parse(Shipped.Replace(what, by, StringComparison.Ordinal)).Errors.English());

    [Fact]
    public void SetOrThrow_BrokenFile_ThrowsWithEveryError()
    {
        var read = Parse(Break(Break(Shipped, "id", "-"), "title", "-"));

        Assert.Equal(read.Errors, Assert.Throws<RuleBookException>(read.SetOrThrow).Errors);
        Assert.Equal(2, read.Errors.Count);
    }

    [Fact]
    public void Parse_ShippedFileWithOneByteChanged_NeverThrows() =>
        Gen.Select(Gen.Int[0, Encoding.UTF8.GetByteCount(Shipped) - 1], Gen.Byte).Sample((at, to) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Shipped);
            bytes[at] = to;
            var read = CriteriaSetFile.Parse(bytes, "x.json");
            return read.Set is null == read.Errors.Count > 0;
        });

    private static CriteriaSetFile Parse(string json) => CriteriaSetFile.Parse(Encoding.UTF8.GetBytes(json), "x.json");

    private static string Break(string json, string path, string value)
    {
        var root = JsonNode.Parse(json)!;
        var steps = path.Split('/');
        var node = steps[..^1].Aggregate(root, (at, step) => at is JsonArray list ? list[int.Parse(step, null)]! : at[step]!);
        if (node is JsonArray array)
            array[int.Parse(steps[^1], null)] = JsonNode.Parse(value);
        else if (value == "-")
            Assert.True(node.AsObject().Remove(steps[^1]));
        else
            node[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
