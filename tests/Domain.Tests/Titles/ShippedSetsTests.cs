using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Titles;
using static TitleCertification.Domain.Tests.Titles.CriteriaFiles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>The sets as far as law-and-practice gives them, written out again here, so that a slip in a file shows. Circular 22/2020 has its own tests.</summary>
public sealed class ShippedSetsTests
{
    public static TheoryData<string, string, string, CriteriaMode, string, string?, string> Heads => new()
    {
        // id, title, levels, mode, from, to, how long a result holds
        { "GDHT-448-2015", "GDHT", "Household", CriteriaMode.Points, "2016-01-01", "2020-12-31", "Yearly" },
        { "DHHT-448-2015", "DHHT", "Clan", CriteriaMode.Points, "2016-01-01", "2020-12-31", "Yearly" },
        { "CDHT-THON-448-2015", "CDHT", "Hamlet", CriteriaMode.Points, "2016-01-01", "2020-12-31", "Yearly" },
        { "DVHT-XA-448-2015", "DVHT", "Commune", CriteriaMode.Points, "2016-01-01", "2020-12-31", "Yearly" },
        { "CDHT-XA-TT44-2014", "CDHT", "Commune", CriteriaMode.Points, "2014-12-12", "2024-02-11", "Yearly" },
        { "DVHT-TT24-2023", "DVHT", "District Province", CriteriaMode.Indicators, "2024-01-26", null, "AfterMonths 36 12" },
        { "CDHT-XA-TT25-2023", "CDHT", "Commune", CriteriaMode.Indicators, "2024-02-12", null, "AfterMonths 36 12" },
        { "CDHT-HUYEN-TT25-2023", "CDHT", "District", CriteriaMode.Indicators, "2024-02-12", null, "AfterMonths 36 12" },
        { "CDHT-TINH-TT25-2023", "CDHT", "Province", CriteriaMode.Indicators, "2024-02-12", null, "AfterMonths 36 12" },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void Head_IsThatOfTheSources_AndTheSetIsIncomplete(string id, string title, string levels, CriteriaMode mode, string from, string? to, string validity)
    {
        var set = Set(id);

        Assert.Equal((title, levels, mode), (TitleInfo.Of(set.Title).Code, string.Join(' ', set.Levels), set.Mode));
        Assert.Equal((from, to), ($"{set.ValidFrom:yyyy-MM-dd}", set.ValidTo is { } end ? $"{end:yyyy-MM-dd}" : null));
        Assert.Equal(validity, $"{set.ResultValidity!.Rule} {set.ResultValidity.Months} {set.ResultValidity.UpgradeAfterMonths}".TrimEnd());
        Assert.Equal("VN", set.Jurisdiction);
        Assert.False(set.Complete || set.Sample);
        Assert.NotEmpty(set.Notes);
    }

    [Fact]
    public void OnlyCircular22_OfTheRealSets_IsComplete() =>
        Assert.Equal(["DVHT-TT22-2020"], Sets.Values.Where(set => set.Complete && !set.Sample).Select(set => set.Id));

    public static TheoryData<string, string, int?, Certainty> Points => new()
    {
        { "GDHT-448-2015", "1.1", 10, Certainty.Found },
        { "GDHT-448-2015", "1.2", 10, Certainty.Found },
        { "GDHT-448-2015", "1.3", 10, Certainty.Found },
        { "GDHT-448-2015", "2.1", 10, Certainty.Found },
        { "GDHT-448-2015", "2.2", null, Certainty.NotFound },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void Indicator_OfPoints_HasTheMaximumThatWasFoundAndNoOther(string id, string code, int? max, Certainty certainty) =>
        Assert.Equal((max, certainty), (Set(id).Find(code)!.Max, Set(id).Find(code)!.Certainty));

    [Fact]
    public void Family2015_HasFourCriteriaOf30And30AndUnknown_AndNoPassMark()
    {
        var set = Set("GDHT-448-2015");

        Assert.Equal([("1", 30, false), ("2", 30, true), ("3", null, true), ("4", null, true)], set.Criteria.Select(criterion => (criterion.Code, criterion.Max, criterion.Partial)));
        Assert.Equal((100, new PassMark(null, null, Certainty.NotFound), 0), (set.MaxTotal, set.PassMark, set.Bands.Count));
        Assert.Equal(Certainty.Inferred, Assert.Single(set.Notes, note => note.About == "maxTotal").Certainty);
        Assert.Equal(5, set.Indicators.Count);
    }

    [Theory]
    [InlineData("DHHT-448-2015")]
    [InlineData("CDHT-THON-448-2015")]
    [InlineData("DVHT-XA-448-2015")]
    public void OtherSetsOf2015_AreKnownToExistAndNothingElse(string id)
    {
        Assert.Equal((0, (int?)null, (int?)null), (Set(id).Criteria.Count, Set(id).MaxTotal, Set(id).PassMark!.Points));
        Assert.Equal(Certainty.NotFound, Assert.Single(Set(id).Notes, note => note.About == "criteria").Certainty);
    }

    [Fact]
    public void Circular44_HasFifteenCriteriaWithoutPoints()
    {
        var set = Set("CDHT-XA-TT44-2014");

        Assert.Equal(Enumerable.Range(1, 15).Select(number => number.ToString(null, null)), set.Criteria.Select(criterion => criterion.Code));
        Assert.All(set.Criteria, criterion => Assert.True(criterion is { Max: null, Indicators.Count: 0, Partial: true }));
        Assert.Null(set.MaxTotal);
    }

    public static TheoryData<string, string, string, string, string> Levels => new()
    {
        // code, what level 1 and level 2 ask ("x": met; "?": not found; "": nothing), kinds, levels of holder
        { "1.1", "x x", "", "", "met" },
        { "1.2", "x x", "", "", "met" },
        { "1.3", "x x", "", "", "met" },
        { "1.4", "x x", "", "", "met" },
        { "1.5", "x x", "", "", "met" },
        { "2.1", "90 ?", "", "", "percent" },
        { "2.2", "90 ?", "", "", "percent" },
        { "3.1", "90 95", "", "Province", "percent" },
        { "3.1b", "95 97", "THPT NHIEU_CAP GDTX DAI_HOC GDNN", "Province", "percent" },
        { "3.2", "x x", "", "Province", "met" },
        { "3.3", "x x", "", "Province", "met" },
        { "3.4", "x -", "THPT NHIEU_CAP GDTX", "Province", "met" },
        { "3.4b", "- x", "THPT NHIEU_CAP GDTX", "Province", "met" },
        { "3.5", "x -", "DAI_HOC", "Province", "met" },
        { "3.6", "x x", "GDNN", "Province", "met" },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void Circular24_Indicator_AsksOfEachLevelWhatWasFound(string code, string asked, string kinds, string levels, string measure)
    {
        var set = Set("DVHT-TT24-2023");
        var indicator = set.Find(code)!;

        Assert.Equal(asked, string.Join(' ', set.AwardLevels.Select(level => Asked(indicator, level.Code))));
        Assert.Equal((kinds, levels), (string.Join(' ', indicator.AppliesTo), string.Join(' ', indicator.HolderLevels)));
        Assert.Equal(measure, indicator.Measure.ToString().ToLowerInvariant());
        Assert.Equal(Levels.Count, set.Indicators.Count);
    }

    [Theory]
    [InlineData("CDHT-XA-TT25-2023", "1.1 1.2 1.3 2.1 2.2 2.3", "1 2 3? 4?")]
    [InlineData("CDHT-HUYEN-TT25-2023", "", "1? 2? 3?")]
    [InlineData("CDHT-TINH-TT25-2023", "1.1 1.2 1.3 2.1 2.2 2.3 2.4", "1? 2? 3? 4?")]
    public void Circular25_HasTheCriteriaAndIndicatorsThatWereFound(string id, string indicators, string criteria)
    {
        Assert.Equal(indicators, string.Join(' ', Set(id).Indicators.Select(indicator => indicator.Code)));
        Assert.Equal(criteria, string.Join(' ', Set(id).Criteria.Select(criterion => criterion.Code + (criterion.Partial ? "?" : ""))));
        Assert.Equal(["MUC_DO_1", "MUC_DO_2"], Set(id).AwardLevels.Select(level => level.Code));
    }

    [Fact]
    public void IncompleteSet_WhateverIsAnswered_IsNeverAPass() => Assert.All(Sets.Values.Where(set => !set.Complete), set =>
    {
        var answers = new SelfAssessment([.. set.Indicators.Select(indicator => new IndicatorAnswer(indicator.Code, indicator.Max ?? 0, true, 100))]);
        foreach (var holder in Holders(set))
        {
            var verdict = Scoring.Judge(set, answers, holder);
            Assert.Equal(GroundCodes.SetIncomplete, Assert.Single(verdict.Grounds).Code);
            Assert.Null(verdict.Grade);
        }
    });

    private static IEnumerable<AssessedHolder> Holders(CriteriaSet set) =>
        set.Levels.SelectMany(level => set.LearningUnitKinds.Select(kind => kind.Code).DefaultIfEmpty().Select(kind => new AssessedHolder(level, kind)));

    private static string Asked(Indicator indicator, string level)
    {
        if (indicator.Requirements.Count == 0)
            return "x";
        return indicator.Requirements.FirstOrDefault(asked => asked.Level == level) switch
        {
            null => "-",
            { Percent: { } percent } => FormattableString.Invariant($"{percent}"),
            { Certainty: Certainty.NotFound } => "?",
            _ => "x",
        };
    }
}
