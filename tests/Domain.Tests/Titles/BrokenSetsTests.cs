using System.Text;
using System.Text.Json.Nodes;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>Levels, kinds of unit, pass marks and how long results hold: each test breaks a sample file in one place and asks for the sentence. Points and bands: <see cref="CriteriaSetFileTests"/>.</summary>
public sealed class BrokenSetsTests
{
    private const string Complete = "but the set is said to be complete.";

    public static TheoryData<string, string, string> OfLevels => new()
    {
        // what is set (path = JSON, "-" removes), and the error
        { "levels", "[\"Hamlet\"]", "x.json: set: DVHT has no level Hamlet; its levels are Commune, District, Province." },
        { "levels", "[\"Commune\",\"Commune\"]", "x.json: set: level Commune is named more than once." },
        { "levels", "[\"District\"]", "x.json: indicator 3.3: it applies to level Commune, which is no level of this set." },
        { "levels", "[\"commune\"]", "x.json: set: \"levels\" holds \"commune\"; the names are Household, Clan, Hamlet, Commune, District, Province." },
        { "title", "\"CDHT\"", "x.json: set: kinds of learning unit have no meaning for CDHT." },
        { "awardLevels", "[]", "x.json: set: it has no levels to reach." },
        { "awardLevels/1/code", "\"MUC_DO_1\"", "x.json: level MUC_DO_1: the code is used more than once." },
        { "awardLevels/1/code", "\"MUC_DO_3\"", "x.json: indicator 2.1: \"MUC_DO_2\" is no level of this set." },
        { "learningUnitKinds/1/code", "\"MAM_NON\"", "x.json: kind MAM_NON: the code is used more than once." },
        { "criteria/1/indicators/2/appliesTo/0", "\"DAI_HOC\"", "x.json: indicator 2.3: it applies to \"DAI_HOC\", which is no kind of learning unit of this set." },
        { "criteria/1/indicators/2/appliesTo/0", "\"GDTX\"", "x.json: indicator 2.3: it applies to \"GDTX\" more than once." },
        { "criteria/1/indicators/0/requirements/0/percent", "100.5", "x.json: set, criterion 2, indicator 2.1, requirement no. 1: \"percent\" is 100.5; it must be a percentage from 0 to 100." },
        { "criteria/1/indicators/1/requirements/1/percent", "89", "x.json: indicator 2.2: the percentage falls from 90 at MUC_DO_1 to 89 at MUC_DO_2." },
        { "criteria/1/indicators/0/requirements/0/percent", "null", $"x.json: indicator 2.1: the percentage of level MUC_DO_1 is not known, {Complete}" },
        { "criteria/1/indicators/0/requirements/0/percent", "-", "x.json: set, criterion 2, indicator 2.1, requirement no. 1: \"percent\" is missing; where the value is not known, write null." },
        { "criteria/1/indicators/0/requirements/1/level", "\"MUC_DO_1\"", "x.json: indicator 2.1: level MUC_DO_1 is named more than once." },
        { "criteria/1/indicators/0/requirements", "[]", "x.json: indicator 2.1: it asks for a percentage and names none." },
        { "criteria/1/indicators/0/measure", "\"points\"", "x.json: set, criterion 2, indicator 2.1: \"measure\" is \"points\"; an indicator of this set is \"met\" (met or not met) or \"percent\"." },
        { "criteria/0/indicators/0/max", "10", "x.json: set, criterion 1, indicator 1.1: \"max\" is not a field of this entry." },
        { "criteria/0/indicators", "[]", "x.json: criterion 1: it has no indicators." },
        { "criteria/0/partial", "true", $"x.json: criterion 1: it is partial, {Complete}" },
        { "resultValidity", "null", $"x.json: set: \"resultValidity\" is not known, {Complete}" },
        { "resultValidity/months", "-", "x.json: set, resultValidity: \"months\" is missing." },
        { "resultValidity/months", "0", "x.json: resultValidity: a number of months is 0." },
        { "resultValidity/upgradeAfterMonths", "37", "x.json: resultValidity: a higher grade could be asked for after 37 months, when the result has ended after 36." },
        { "resultValidity/rule", "\"Yearly\"", "x.json: resultValidity: a yearly result has no number of months." },
        { "maxTotal", "100", "x.json: set: \"maxTotal\" is not a field of this entry." },
    };

    [Theory]
    [MemberData(nameof(OfLevels))]
    public void Parse_SetOfLevelsWithAContradiction_SaysFileEntryAndReason(string path, string value, string error) => Refuses("mau-dvht.json", path, value, error);

    public static TheoryData<string, string, string> OfPoints => new()
    {
        { "passMark/points", "101", "x.json: passMark: it is 101, above the maximum 100." },
        { "passMark/points", "75", "x.json: passMark: it is 75, but the lowest band that gives the title, DAT, begins at 80." },
        { "passMark/points", "null", $"x.json: passMark: it is not known, {Complete}" },
        { "passMark/points", "null", "x.json: passMark: that of disadvantaged areas is given, the ordinary one is not." },
        { "passMark/points", "-", "x.json: set, passMark: \"points\" is missing; where the value is not known, write null." },
        { "passMark/disadvantaged", "81", "x.json: passMark: in disadvantaged areas it is 81, above the ordinary 80." },
        { "passMark/certainty", "-", "x.json: set, passMark: \"certainty\" is missing." },
        { "criteria/1/indicators/0/floor", "16", "x.json: indicator 2.1: its floor 16 is above its maximum 15." },
        { "criteria/0/max", "null", $"x.json: criterion 1: its maximum is not known, {Complete}" },
        { "maxTotal", "null", $"x.json: set: its maximum is not known, {Complete}" },
        { "learningUnitKinds", "[]", "x.json: set: \"learningUnitKinds\" is not a field of this entry." },
        { "criteria/0/indicators/0/appliesTo", "[\"X\"]", "x.json: set, criterion 1, indicator 1.1: \"appliesTo\" is not a field of this entry." },
        { "sample", "\"yes\"", "x.json: set: \"sample\" must be true or false." },
    };

    [Theory]
    [MemberData(nameof(OfPoints))]
    public void Parse_SetOfPointsWithAContradiction_SaysFileEntryAndReason(string path, string value, string error) => Refuses("mau-gdht.json", path, value, error);

    [Fact]
    public void Parse_FloorsThatAddUpToMoreThanThePassMark_IsAnError()
    {
        var json = Read("mau-gdht.json");
        foreach (var indicator in json["criteria"]!.AsArray().SelectMany(criterion => criterion!["indicators"]!.AsArray()))
            indicator!["floor"] = indicator["max"]!.DeepClone();

        Assert.Equal(["x.json: passMark: it is 80, but the floors alone add up to 100."], Parse(json).Errors.English());
    }

    [Fact]
    public void Parse_LevelThatAsksOneKindNothing_NamesTheKind()
    {
        var json = Read("mau-dvht.json");
        foreach (var indicator in json["criteria"]!.AsArray().SelectMany(criterion => criterion!["indicators"]!.AsArray()))
            indicator!["appliesTo"] = new JsonArray("MAM_NON", "PHO_THONG", "GDTX", "CO_QUAN");

        Assert.Contains("x.json: level MUC_DO_2: it asks no indicator of DOANH_NGHIEP at Province.", Parse(json).Errors.English());
    }

    [Fact]
    public void Parse_WithoutBands_NeedsThePassMarkOnly()
    {
        var json = Read("mau-gdht.json");
        json.AsObject().Remove("bands");

        var verdict = Scoring.Judge(Parse(json).Set!, SampleSetsTests.Points("1.1=10 1.2=10 1.3=10 2.1=10 2.2=5 2.3=10 2.4=5 3.1=10 3.2=10 3.3=0"), new(HolderLevel.Household));

        Assert.True(verdict.Passes);
        Assert.Equal(((Grade?)null, (NextGrade?)null), (verdict.Grade, verdict.Next));
        Assert.Equal("The title is reached (80 of 100 points).", verdict.Summary().En);
    }

    private static void Refuses(string file, string path, string value, string error)
    {
        var json = Read(file);
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate(json, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        if (value == "-")
            Assert.True(parent.AsObject().Remove(steps[^1]));
        else if (parent is JsonArray list)
            list[int.Parse(steps[^1], null)] = JsonNode.Parse(value);
        else
            parent[steps[^1]] = JsonNode.Parse(value);

        var read = Parse(json);

        Assert.Contains(error, read.Errors.English());
        Assert.Null(read.Set);
    }

    private static JsonNode Read(string file) =>
        JsonNode.Parse(File.ReadAllText(CriteriaFiles.Samples.Single(path => Path.GetFileName(path) == file)))!;

    private static CriteriaSetFile Parse(JsonNode json) => CriteriaSetFile.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), "x.json");
}
