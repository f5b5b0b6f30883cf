using System.Text.Json;
using TitleCertification.Domain.Titles;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Titles;

public sealed class ScoringTests
{
    [Fact]
    public void Judge_EveryIndicatorAtItsMaximum_PassesInTheHighestBand()
    {
        var verdict = Scoring.Judge(Circular22, Answers.Full(), Answers.School);

        Assert.True(verdict.Passes);
        Assert.Equal((100, 100, "TOT"), (verdict.Total, verdict.MaxTotal, verdict.Grade?.Code));
        Assert.Equal([new("1", 30, 30), new("2", 30, 30), new("3", 40, 40)], verdict.Criteria);
    }

    [Theory]
    [InlineData(85, "TOT")]
    [InlineData(84, "KHA")]
    [InlineData(70, "KHA")]
    [InlineData(69, "TB")]
    [InlineData(50, "TB")]
    public void Judge_TotalAtABandsEdge_PassesInThatBand(int total, string band)
    {
        var verdict = Scoring.Judge(Circular22, Answers.WithTotal(total), Answers.School);

        Assert.Empty(verdict.Grounds);
        Assert.Equal((total, band), (verdict.Total, verdict.Grade?.Code));
    }

    [Fact]
    public void Judge_49Points_IsValidButDoesNotReachTheTitle()
    {
        var verdict = Scoring.Judge(Circular22, Answers.WithTotal(49), Answers.School);

        Assert.Equal([new Ground(GroundCodes.BelowPassMark, GroundKind.NotReached, null, 49, 50)], verdict.Grounds);
        Assert.True(verdict.IsValid);
        Assert.False(verdict.Passes);
        Assert.Equal("KHONG_DAT", verdict.Grade?.Code);
    }

    [Fact]
    public void Judge_WhereOnlyTheHighestBandIsAwarded_Says74OfThe85Needed()
    {
        var strict = Circular22 with { Bands = [.. Circular22.Bands.Select(band => band with { Awarded = band.Code == "TOT" })] };

        var ground = Assert.Single(Scoring.Judge(strict, Answers.WithTotal(74), Answers.School).Grounds);

        Assert.Equal("The total is 74 of the 85 needed.", ground.Sentence().En);
        Assert.Equal("Đạt 74 trên 85 điểm cần có.", ground.Sentence().Vi);
    }

    [Fact]
    public void Judge_EveryKindOfBadAnswer_NamesAllGroundsAtOnce()
    {
        var answers = Answers.Of(("1.1", 11), ("1.2", -1), ("2.1", 3), ("2.1", 4), ("2.2", 5), ("2.3", 10), ("2.4", 5), ("3.1", 25), ("3.2", 10), ("9.9", 1));

        var verdict = Scoring.Judge(Circular22, answers, Answers.School);

        Assert.Equal(
            [
                new(GroundCodes.AboveMaximum, GroundKind.Invalid, "1.1", 11, 10),
                new(GroundCodes.NegativePoints, GroundKind.Invalid, "1.2", -1, 0),
                new(GroundCodes.MissingIndicator, GroundKind.Invalid, "1.3"),
                new(GroundCodes.RepeatedIndicator, GroundKind.Invalid, "2.1", 2, 1),
                new(GroundCodes.MissingIndicator, GroundKind.Invalid, "3.3"),
                new(GroundCodes.UnknownIndicator, GroundKind.Invalid, "9.9"),
            ],
            verdict.Grounds);
        Assert.False(verdict.IsValid);
        Assert.Null(verdict.Grade);
    }

    [Fact]
    public void Judge_InvalidAnswersWithALowTotal_DoesNotSayThatTheTotalIsTooLow() =>
        Assert.DoesNotContain(Scoring.Judge(Circular22, new([]), Answers.School).Grounds, ground => ground.Kind == GroundKind.NotReached);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    public void Judge_FloorOfFive_HoldsEvenWhenTheTotalIsHighEnough(int points, int grounds)
    {
        var set = Circular22.WithFloor("2.1", 5);

        var verdict = Scoring.Judge(set, Answers.Full().With("2.1", points), Answers.School);

        Assert.Equal(grounds, verdict.Grounds.Count);
        Assert.All(verdict.Grounds, ground => Assert.Equal("Indicator 2.1 is 4; the floor is 5.", ground.Sentence().En));
        Assert.Equal("TOT", verdict.Grade?.Code);
        Assert.Equal(grounds == 0, verdict.Passes);
    }

    [Fact]
    public void Judge_TwoFloorsMissedAndTotalTooLow_NamesAllThree()
    {
        var set = Circular22.WithFloor("2.1", 5).WithFloor("3.3", 1);

        var verdict = Scoring.Judge(set, Answers.WithTotal(0), Answers.School);

        Assert.Equal(
            [("2.1", 0m, 5m), ("3.3", 0m, 1m), (null, 0m, 50m)],
            verdict.Grounds.Select(ground => (ground.Indicator, ground.Actual!.Value, ground.Required!.Value)));
        Assert.All(verdict.Grounds, ground => Assert.Equal(GroundKind.NotReached, ground.Kind));
    }

    [Fact]
    public void Judge_IncompleteSet_IsNeverAPass() =>
        Assert.Equal([GroundCodes.SetIncomplete], Scoring.Judge(Circular22 with { Complete = false }, Answers.Full(), Answers.School).Grounds.Select(ground => ground.Code));

    [Fact]
    public void Judge_SetWithoutBands_IsNeverAPass() => Assert.False(Scoring.Judge(Circular22 with { Bands = [] }, Answers.Full(), Answers.School).Passes);

    [Fact]
    public void Judge_NothingAnswered_NamesEveryIndicator()
    {
        foreach (var nothing in new SelfAssessment[] { new([]), new(null!), null! })
            Assert.Equal(Answers.Codes, Scoring.Judge(Circular22, nothing, Answers.School).Grounds.Select(ground => ground.Indicator));
    }

    [Fact]
    public void Judge_NullAndOverlongAnswers_AreUnknownIndicatorsNamedOnceAndShort()
    {
        var odd = new SelfAssessment([.. Answers.Full().Answers, null!, new(null!, 1), new(new('x', 1000), 1), new(new('x', 1000), 1)]);

        Assert.Equal(["", new('x', 40)], Scoring.Judge(Circular22, odd, Answers.School).Grounds.Select(ground => ground.Indicator));
    }

    [Theory]
    [InlineData(int.MaxValue, 10)]
    [InlineData(int.MinValue, 0)]
    public void Judge_ExtremePoints_CountWithinTheIndicatorsLimits(int points, int counted) =>
        Assert.Equal(90 + counted, Scoring.Judge(Circular22, Answers.Full().With("1.1", points), Answers.School).Total);

    [Fact]
    public void Judge_IndicatorAnsweredTwice_CountsTheFirstAnswerOnly()
    {
        var twice = new SelfAssessment([.. Answers.Full().Answers, new("1.1", 3)]);

        Assert.Equal(100, Scoring.Judge(Circular22, twice, Answers.School).Total);
    }

    [Fact]
    public void Verdict_ThroughJson_IsTheSame()
    {
        var verdict = Scoring.Judge(Circular22.WithFloor("2.1", 5), Answers.WithTotal(0), Answers.School);

        var json = JsonSerializer.Serialize(verdict);
        var back = JsonSerializer.Deserialize<Verdict>(json)!;

        Assert.Equal(verdict.Grounds, back.Grounds);
        Assert.Equal(verdict.Criteria, back.Criteria);
        Assert.Equal((verdict.Total, verdict.Grade, verdict.Passes, verdict.IsValid), (back.Total, back.Grade, back.Passes, back.IsValid));
        Assert.Contains("\"NotReached\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_OfEveryGround_SpeaksBothLanguagesAndNamesItsValues()
    {
        var codes = typeof(GroundCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(18, codes.Count);
        foreach (var (vi, en) in codes.Select(code => new Ground(code, GroundKind.Invalid, "2.1", 74, 85).Sentence()).Select(text => (text.Vi, text.En)))
        {
            Assert.NotEqual(vi, en);
            Assert.EndsWith(".", vi, StringComparison.Ordinal);
            Assert.EndsWith(".", en, StringComparison.Ordinal);
            Assert.DoesNotContain(en, codes);
        }
    }
}
