using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Titles;
using static TitleCertification.Domain.Tests.Titles.CriteriaFiles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>The sets of the demonstration province: complete, for every title, and never to be taken for law.</summary>
public sealed class SampleSetsTests
{
    private static readonly IReadOnlyList<CriteriaSet> All = [.. Sets.Values.Where(set => set.Sample)];

    [Fact]
    public void Every_IsCompleteAndSaysInBothLanguagesThatItIsASample() => Assert.All(All, set =>
    {
        Assert.True(set.Complete);
        Assert.StartsWith("MAU-", set.Id, StringComparison.Ordinal);
        Assert.EndsWith("(mẫu)", set.Name.Vi, StringComparison.Ordinal);
        Assert.EndsWith("(sample)", set.Name.En, StringComparison.Ordinal);
        Assert.Equal(("36", Certainty.Proposal), (set.Jurisdiction, set.Basis.Certainty));
        Assert.True(set.HoldsOn(new(2016, 1, 1)) && set.HoldsOn(new(2030, 1, 1)));
        Assert.All(set.Indicators, indicator => Assert.Equal(Certainty.Proposal, indicator.Certainty));
    });

    [Theory]
    [InlineData("MAU-GDHT", TitleKind.Family, "Household", CriteriaMode.Points)]
    [InlineData("MAU-DHHT", TitleKind.Clan, "Clan", CriteriaMode.Points)]
    [InlineData("MAU-CDHT-THON", TitleKind.Community, "Hamlet", CriteriaMode.Indicators)]
    [InlineData("MAU-CDHT-XA", TitleKind.Community, "Commune", CriteriaMode.Indicators)]
    [InlineData("MAU-DVHT", TitleKind.LearningUnit, "Commune District Province", CriteriaMode.Indicators)]
    public void Title_HasItsSampleSet(string id, TitleKind title, string levels, CriteriaMode mode)
    {
        Assert.Equal((title, levels, mode), (Set(id).Title, string.Join(' ', Set(id).Levels), Set(id).Mode));
        Assert.Equal(5, All.Count);
    }

    [Fact]
    public void Family_74PointsAndAnIndicatorBelowItsFloor_SaysBothAndWhatIsMissing()
    {
        var verdict = Scoring.Judge(Set("MAU-GDHT"), Points("1.1=10 1.2=10 1.3=4 2.1=11 2.2=4 2.3=10 2.4=5 3.1=10 3.2=10 3.3=0"), new(HolderLevel.Household));

        Assert.Equal(["Indicator 2.2 is 4; the floor is 5.", "The total is 74 of the 80 needed."], verdict.Grounds.Select(ground => ground.Sentence().En));
        Assert.Equal(["Chỉ số 2.2 đạt 4 điểm; yêu cầu ít nhất 5 điểm.", "Đạt 74 trên 80 điểm cần có."], verdict.Grounds.Select(ground => ground.Sentence().Vi));
        Assert.Equal(("CHUA_DAT", "DAT"), (verdict.Grade!.Code, verdict.Next!.Grade.Code));
        Assert.Equal(verdict.Grounds, verdict.Next.Missing);
        Assert.Equal("The title is not reached (74 of 100 points). Indicator 2.2 is 4; the floor is 5. The total is 74 of the 80 needed.", verdict.Summary().En);
    }

    [Theory]
    [InlineData(100, false, "XUAT_SAC", null)]
    [InlineData(90, false, "XUAT_SAC", null)]
    [InlineData(89, false, "DAT", 90)]
    [InlineData(80, false, "DAT", 90)]
    [InlineData(79, false, null, 80)]
    [InlineData(80, true, "DAT", 90)]
    [InlineData(79, true, "DAT", 90)]
    [InlineData(70, true, "DAT", 90)]
    [InlineData(69, true, null, 70)]
    public void Family_AtEachEdge_ReachesTheTitleByTheMarkOfItsArea(int total, bool disadvantaged, string? grade, int? next)
    {
        var verdict = Scoring.Judge(Set("MAU-GDHT"), Filled(Set("MAU-GDHT"), total), new(HolderLevel.Household, null, disadvantaged));

        Assert.Equal(grade is not null, verdict.Passes);
        Assert.Equal(grade ?? "CHUA_DAT", verdict.Grade!.Code);
        Assert.Equal(next, (int?)verdict.Next?.Missing.Single().Required);
    }

    [Theory]
    [InlineData(75, false, true)]
    [InlineData(74, false, false)]
    [InlineData(65, true, true)]
    [InlineData(64, true, false)]
    public void Clan_AtItsPassMarks_IsJudgedByTheMarkOfItsArea(int total, bool disadvantaged, bool passes) =>
        Assert.Equal(passes, Scoring.Judge(Set("MAU-DHHT"), Filled(Set("MAU-DHHT"), total), new(HolderLevel.Clan, null, disadvantaged)).Passes);

    internal static SelfAssessment Points(string answers) => new(
        [.. answers.Split(' ').Select(pair => pair.Split('=')).Select(pair => new IndicatorAnswer(pair[0], int.Parse(pair[1], null)))]);

    /// <summary>Every floor first, then the indicators in their order until the total is reached.</summary>
    private static SelfAssessment Filled(CriteriaSet set, int total)
    {
        var left = total - set.Indicators.Sum(indicator => indicator.Floor ?? 0);
        var answers = new List<IndicatorAnswer>();
        foreach (var indicator in set.Indicators)
        {
            var more = Math.Min(left, indicator.Max!.Value - (indicator.Floor ?? 0));
            answers.Add(new(indicator.Code, (indicator.Floor ?? 0) + more));
            left -= more;
        }

        return new(answers);
    }
}
