using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Tests.Applications;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Review;

/// <summary>The reviewer's own scoring beside the applicant's.</summary>
public sealed class ReviewerScoringTests
{
    [Fact]
    public void Score_OfTheStage_IsKeptBesideTheApplicantsAndChangesNothingElse()
    {
        var @case = ACase.InReview();
        var before = @case.State;

        @case.Accept(Reviewing.Score(@case.State, ACase.ScoringOf(7), ACase.Criteria, ACase.District), ACase.District);

        Assert.Equal(7, @case.State.Stages[0].Scoring!.Answers[0].Points);
        Assert.Null(@case.State.Stages[1].Scoring);
        Assert.Equal(before.Submission, @case.State.Submission);
        Assert.Equal((before.Status, before.CurrentStage), (@case.State.Status, @case.State.CurrentStage));
    }

    [Fact]
    public void Score_TheSameAgain_IsAlreadyDone()
    {
        var @case = ACase.InReview();
        @case.Accept(Reviewing.Score(@case.State, ACase.ScoringOf(7), ACase.Criteria, ACase.District), ACase.District);

        Assert.IsType<Outcome.AlreadyDone>(Reviewing.Score(@case.State, ACase.ScoringOf(7), ACase.Criteria, ACase.District));
        Assert.IsType<Outcome.Accepted>(Reviewing.Score(@case.State, ACase.ScoringOf(8), ACase.Criteria, ACase.District));
    }

    [Fact]
    public void Approve_OwnScoringBelowTheTitle_IsRefusedUntilItIsScoredAgain()
    {
        var @case = ACase.InReview();
        var none = ACase.ScoringOf(0) with { Answers = [.. ACase.Criteria.Indicators.Select(indicator => new AnswerInput(indicator.Code, 4, null))] };
        @case.Accept(Reviewing.Score(@case.State, none, ACase.Criteria, ACase.District), ACase.District);

        var refusal = Assert.IsType<Outcome.Refused>(Approve(@case)).Refusal;
        @case.Accept(Reviewing.Score(@case.State, ACase.ScoringOf(5), ACase.Criteria, ACase.District), ACase.District);

        Assert.Equal(RefusalCodes.ReviewerScoreTooLow, refusal.Code);
        Assert.Equal("The total is 40 of the 50 needed.", Assert.Single(refusal.Faults).Text.En);
        Assert.IsType<Outcome.Accepted>(Approve(@case));
    }

    [Fact]
    public void Approve_LowScoringOfAnotherStage_DoesNotBindThisOne()
    {
        var @case = ACase.InReview();
        @case.Accept(Reviewing.Score(@case.State, ACase.ScoringOf(0), ACase.Criteria, ACase.District), ACase.District);
        @case.Accept(Approve(@case), ACase.District);

        Assert.IsType<Outcome.Accepted>(@case.ApproveFinally());
    }

    [Fact]
    public void Score_EveryKindOfWrongAnswer_NamesAllAndRecordsNothing()
    {
        var @case = ACase.InReview();
        var answers = ACase.ScoringOf(11).Answers!.Take(9).Append(null).Append(new("9.9", 1, new('x', 2001))).ToList();

        var refusal = Assert.IsType<Outcome.Refused>(Reviewing.Score(@case.State, new("district", answers), ACase.Criteria, ACase.District)).Refusal;

        Assert.Equal(RefusalCodes.InvalidInput, refusal.Code);
        Assert.Equal(
            ["answer_empty", "text_too_long", GroundCodes.AboveMaximum, GroundCodes.MissingIndicator, GroundCodes.UnknownIndicator], refusal.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void Score_NobodyOfTheStage_OrAfterTheEnd_IsRefused()
    {
        var @case = ACase.InReview();

        Assert.Equal(RefusalCodes.NotYourStage, ACase.RefusedAs(Reviewing.Score(@case.State, ACase.ScoringOf(9), ACase.Criteria, ACase.Province)));
        Assert.Equal(RefusalCodes.WrongStage, ACase.RefusedAs(Reviewing.Score(@case.State, ACase.ScoringOf(9, "province"), ACase.Criteria, ACase.Province)));
        Assert.Equal(RefusalCodes.AwaitingCorrection, ACase.RefusedAs(Reviewing.Score(ACase.AwaitingCorrection().State, ACase.ScoringOf(9), ACase.Criteria, ACase.District)));
        Assert.Equal(RefusalCodes.AlreadyDecided, ACase.RefusedAs(Reviewing.Score(ACase.Approved().State, ACase.ScoringOf(9), ACase.Criteria, ACase.District)));
    }

    private static Outcome Approve(ACase @case) => Reviewing.Approve(@case.State, new("district"), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable);
}
