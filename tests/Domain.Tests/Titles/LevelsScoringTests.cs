using TitleCertification.Domain.Titles;
using static TitleCertification.Domain.Tests.Titles.CriteriaFiles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>Indicators met or not met, on the sample sets: which level is reached, what is missing, what is not asked.</summary>
public sealed class LevelsScoringTests
{
    private static readonly CriteriaSet Hamlet = Set("MAU-CDHT-THON");
    private static readonly CriteriaSet Unit = Set("MAU-DVHT");
    private static readonly AssessedHolder AHamlet = new(HolderLevel.Hamlet);
    private static readonly AssessedHolder School = new(HolderLevel.Commune, "PHO_THONG");
    private static readonly AssessedHolder Enterprise = new(HolderLevel.Province, "DOANH_NGHIEP");

    [Fact]
    public void Judge_EverythingAtTheHighestLevel_ReachesItAndNothingIsNext()
    {
        var verdict = Scoring.Judge(Hamlet, Best(Hamlet), AHamlet);

        Assert.True(verdict.Passes);
        Assert.Equal(("MUC_DO_2", 7, 7), (verdict.Grade!.Code, verdict.Total, verdict.MaxTotal!.Value));
        Assert.Null(verdict.Next);
        Assert.Equal([new("1", 2, 2), new("2", 3, 3), new("3", 2, 2)], verdict.Criteria);
        Assert.Equal("The title is reached, graded Level 2 (7 of 7 indicators of the lowest level).", verdict.Summary().En);
    }

    [Theory]
    [InlineData("2.1", 75, "MUC_DO_2")]
    [InlineData("2.1", 74.99, "MUC_DO_1")]
    [InlineData("2.1", 60, "MUC_DO_1")]
    [InlineData("2.1", 59.99, null)]
    [InlineData("2.2", 99.5, "MUC_DO_2")]
    [InlineData("2.2", 99.4, "MUC_DO_1")]
    public void Judge_PercentAtAThreshold_ReachesTheLevelThatAsksNoMore(string code, double percent, string? level) =>
        Assert.Equal(level, Scoring.Judge(Hamlet, With(Best(Hamlet), code, new(code, Percent: (decimal)percent)), AHamlet).Grade?.Code);

    [Fact]
    public void Judge_YesNoOfTheHigherLevelOnly_KeepsTheLowerAndNamesWhatTheHigherNeeds()
    {
        var verdict = Scoring.Judge(Hamlet, With(Best(Hamlet), "1.3", new("1.3", Met: false)), AHamlet);

        Assert.True(verdict.Passes);
        Assert.Equal("MUC_DO_1", verdict.Grade!.Code);
        Assert.Equal("MUC_DO_2", verdict.Next!.Grade.Code);
        Assert.Equal("Indicator 1.3 is not met; Level 2 asks for it.", Assert.Single(verdict.Next.Missing).Sentence().En);
    }

    [Fact]
    public void Judge_TwoShortOfTheLowestLevel_NamesBothInBothLanguages()
    {
        var answers = With(With(Best(Hamlet), "1.1", new("1.1", Met: false)), "2.3", new("2.3", Percent: 49.5m));

        var verdict = Scoring.Judge(Hamlet, answers, AHamlet);

        Assert.Equal(["Chỉ số 1.1 chưa đạt; Mức độ 1 yêu cầu phải đạt.", "Chỉ số 2.3 đạt 49,5%; Mức độ 1 yêu cầu từ 50%."], verdict.Grounds.Select(ground => ground.Sentence().Vi));
        Assert.Equal(["Indicator 1.1 is not met; Level 1 asks for it.", "Indicator 2.3 is 49.5%; Level 1 asks for 50% or more."], verdict.Grounds.Select(ground => ground.Sentence().En));
        Assert.True(verdict.IsValid);
        Assert.Null(verdict.Grade);
        Assert.Equal(("MUC_DO_1", 5), (verdict.Next!.Grade.Code, verdict.Total));
    }

    [Fact]
    public void Judge_HighestLevelFullyMet_WinsEvenWhereALowerOneIsNot()
    {
        // 1.2 is asked at level 1 only, so that level 2 can be full without it.
        var set = Hamlet with
        {
            Criteria = [.. Hamlet.Criteria.Select(criterion => criterion with
            {
                Indicators = [.. criterion.Indicators.Select(i => i.Code == "1.2" ? i with { Requirements = [new("MUC_DO_1", null, i.Certainty)] } : i)],
            })],
        };

        Assert.Equal("MUC_DO_2", Scoring.Judge(set, With(Best(set), "1.2", new("1.2", Met: false)), AHamlet).Grade!.Code);
    }

    [Fact]
    public void Judge_IndicatorsOfAnotherKindOfUnit_AreNeitherNeededNorCounted()
    {
        var verdict = Scoring.Judge(Unit, Best(Unit), Enterprise);
        var without = Scoring.Judge(Unit, new([.. Best(Unit).Answers.Where(answer => answer.Indicator is not ("2.3" or "2.4" or "3.3"))]), Enterprise);

        Assert.True(verdict.Passes && without.Passes);
        Assert.Equal((7, 7), (verdict.MaxTotal, without.MaxTotal));
    }

    [Fact]
    public void Judge_SchoolWithoutWhatSchoolsAreAsked_IsMissingIt()
    {
        var answers = new SelfAssessment([.. Best(Unit).Answers.Where(answer => answer.Indicator is not ("2.3" or "1.3"))]);

        Assert.Equal([("2.3", GroundCodes.MissingIndicator)], Scoring.Judge(Unit, answers, School).Grounds.Select(ground => (ground.Indicator!, ground.Code)));
    }

    [Theory]
    [InlineData("Commune", null, GroundCodes.KindMissing)]
    [InlineData("Commune", "THPT", GroundCodes.KindUnknown)]
    [InlineData("Hamlet", "PHO_THONG", GroundCodes.LevelNotOfSet)]
    public void Judge_HolderTheSetIsNotFor_IsInvalid(string level, string? kind, string code)
    {
        var verdict = Scoring.Judge(Unit, Best(Unit), new(Enum.Parse<HolderLevel>(level), kind));

        Assert.Contains(code, verdict.Grounds.Select(ground => ground.Code));
        Assert.False(verdict.IsValid);
        Assert.Null(verdict.Grade);
    }

    [Fact]
    public void Judge_EveryKindOfBadAnswer_NamesAllGroundsAtOnce()
    {
        var answers = new SelfAssessment(
        [
            new("1.1", Points: 10), new("1.2", Percent: 100), new("2.1", Percent: 100.01m), new("2.2", Met: true), new("2.3", Percent: -1), new("3.1", Met: true), new("3.1", Met: true), new("9", Met: true),
        ]);

        Assert.Equal(
            [
                ("1.1", GroundCodes.MetMissing), ("1.2", GroundCodes.MetMissing), ("1.3", GroundCodes.MissingIndicator), ("2.1", GroundCodes.PercentOutOfRange), ("2.2", GroundCodes.PercentMissing),
                ("2.3", GroundCodes.PercentOutOfRange), ("3.1", GroundCodes.RepeatedIndicator), ("3.2", GroundCodes.MissingIndicator), ("9", GroundCodes.UnknownIndicator),
            ],
            Scoring.Judge(Hamlet, answers, AHamlet).Grounds.Select(ground => (ground.Indicator!, ground.Code)));
    }

    [Fact]
    public void Judge_NothingAndNobody_NeverThrows()
    {
        foreach (var set in Sets.Values)
        {
            Assert.False(Scoring.Judge(set, null!, null!).Passes);
            Assert.False(Scoring.Judge(set, new(null!), null!).IsValid);
            Assert.False(Scoring.Judge(set, new([null!]), new(set.Levels[0], "")).Passes);
        }
    }

    /// <summary>Everything met, all at 100 %.</summary>
    internal static SelfAssessment Best(CriteriaSet set) =>
        new([.. set.Indicators.Select(i => i.Measure is Measure.Percent ? new IndicatorAnswer(i.Code, Percent: 100) : new IndicatorAnswer(i.Code, Met: true))]);

    private static SelfAssessment With(SelfAssessment answers, string code, IndicatorAnswer answer) =>
        new([.. answers.Answers.Select(given => given.Indicator == code ? answer : given)]);
}
