using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Tests.Applications;

namespace TitleCertification.Domain.Tests.Rules;

/// <summary>What becomes of cases in flight when their bodies end, as the districts and Nam Định did on 30 June 2025.</summary>
public class TakeoversTests
{
    private static readonly Domain.RuleBook.RuleBook Book = ABook.Shipped().Book();
    private static readonly Takeovers Takeovers = Book.TakeoversOfBodies;
    private static readonly DateOnly Ended = new(2025, 7, 1);
    private static readonly DateTimeOffset June = new(2025, 6, 23, 9, 0, 0, VietnamTime.Offset);
    private static readonly DateTimeOffset Midnight = VietnamTime.StartOf(Ended);

    [Fact]
    public void Next_CaseInReview_IsTheMidnightAfterTheLastDay()
    {
        var @case = ACase.Submitted(at: June).Received();

        Assert.Equal(new Deadline(CommandKind.Move, Midnight), Before(@case.State));
        Assert.IsType<Outcome.AlreadyDone>(Processing.Move(@case.State, Midnight.AddTicks(-1), Takeovers));
    }

    [Fact]
    public void Move_AtMidnight_GivesEveryUndecidedStageToItsSuccessor()
    {
        var @case = ACase.Submitted(at: June).Received();
        var due = @case.State.Stage!.Due;

        Move(@case, Midnight);

        Assert.Equal([(Role.CommuneOfficer, "13891"), (Role.ProvincialApprover, "37")], @case.State.Stages.Select(stage => (stage.Rule.Role, stage.Rule.Unit)));
        Assert.Equal(due, @case.State.Stage!.Due);
        Assert.Equal(("361", MoveReason.BodyAbolished, "Nghị quyết 203/2025/QH15"), (@case.State.Stage.Moved!.From, @case.State.Stage.Moved.Reason, @case.State.Stage.Moved.Decree));
        Assert.Equal("36", @case.State.Stages[1].Moved!.From);
        Assert.IsType<Outcome.AlreadyDone>(Processing.Move(@case.State, Midnight.AddYears(1), Takeovers));
        Assert.Null(Takeovers.FirstDay(@case.State));
    }

    [Fact]
    public void Move_DecidedStage_Stays()
    {
        var @case = ACase.Submitted(at: June).Received();
        @case.Accept(Reviewing.Approve(@case.State, new("district"), ACase.Criteria, ACase.District, June, ACase.NoHolidays, ACase.Printable), ACase.District);

        Move(@case, Midnight);

        Assert.Equal(["361", "37"], @case.State.Stages.Select(stage => stage.Rule.Unit));
        Assert.Null(@case.State.Stages[0].Moved);
    }

    [Fact]
    public void Move_WhileTheApplicantCorrects_KeepsTheCorrectionAndWhatWasLeft()
    {
        var @case = ACase.Submitted(at: June).Received();
        @case.Accept(@case.AskFor("indicator:2.1"), ACase.District);
        var (correction, left) = (@case.State.Correction, @case.State.Stage!.RemainingDays);

        Move(@case, Midnight);

        Assert.Equal((ApplicationStatus.AwaitingCorrection, "13891"), (@case.State.Status, @case.State.Stage!.Rule.Unit));
        Assert.Equal((correction, left), (@case.State.Correction, @case.State.Stage.RemainingDays));
    }

    [Fact]
    public void Receive_SubmittedBeforeAndOpenedAfter_OpensAtTheSuccessor()
    {
        var @case = ACase.Submitted(at: June);
        @case.Now = Midnight;
        @case.Accept(Processing.Receive(@case.State, Midnight, ACase.NoHolidays, Takeovers), Actor.System);

        Assert.Equal((ApplicationStatus.InReview, "13891"), (@case.State.Status, @case.State.Stage!.Rule.Unit));
        Assert.NotNull(@case.State.Stage.Due);
    }

    [Fact]
    public void Move_ClosedCase_StaysWhereItWas()
    {
        var @case = ACase.Submitted(at: June).Received();
        @case.Accept(Reviewing.Refuse(@case.State, new("district", ["Không thuộc địa bàn"]), ACase.District), ACase.District);

        Assert.Empty(Takeovers.Due(@case.State, Ended));
        Assert.Null(Takeovers.FirstDay(@case.State));
    }

    [Fact]
    public void Due_NobodyTakesOver_IsNoDeadline()
    {
        var nobody = new Takeovers(Book.Units, []);
        var @case = ACase.Submitted(at: June).Received();

        // The province has a successor of its own level, the district has none: the stage waits, visibly overdue, and time does not ring for ever.
        Assert.Equal(["37"], nobody.Due(@case.State, Ended).Cast<Fact.StageMoved>().Select(move => move.Unit));
        Move(@case, Midnight, nobody);
        Assert.Null(nobody.FirstDay(@case.State));
        Assert.Empty(nobody.Due(@case.State, Ended.AddYears(1)));
    }

    [Fact]
    public void Demonstration_StandsStill() => Assert.Empty(ABook.Sample().Book().TakeoversOfBodies.Due(ACase.Submitted(at: June).Received().State, Ended));

    private static Deadline? Before(Application state) => StageDeadlines.Next(state with { Stages = [.. state.Stages.Select(stage => stage with { Reminded = true, Escalated = true })] }, ACase.NoHolidays, Takeovers);

    private static void Move(ACase @case, DateTimeOffset now, Takeovers? takeovers = null)
    {
        @case.Now = now;
        @case.Accept(Processing.Move(@case.State, now, takeovers ?? Takeovers), Actor.System);
    }
}
