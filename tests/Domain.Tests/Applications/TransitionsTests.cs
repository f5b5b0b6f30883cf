using CsCheck;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.Tests.Applications;

public class TransitionsTests
{
    [Fact]
    public void All_EveryCommand_HasExactlyOneRow() =>
        Assert.Equal(Enum.GetValues<CommandKind>(), Transitions.All.Select(row => row.Command).Order());

    [Fact]
    public void All_EveryStatus_CanBeReached()
    {
        // Received lies between the two facts of the receipt, Approved after the last approval.
        var reached = Transitions.All.Select(row => row.To).OfType<ApplicationStatus>().Append(ApplicationStatus.Received).Append(ApplicationStatus.Approved);

        Assert.Equal(Enum.GetValues<ApplicationStatus>(), reached.Distinct().Order());
    }

    [Fact]
    public void NationalStatus_EveryStatus_HasACodeOfTheList() =>
        Assert.All(Enum.GetValues<ApplicationStatus>(), status => Assert.InRange(NationalStatus.Of(status).Code, 1, 10));

    [Fact]
    public void NationalStatus_List_IsThatOfThePortal() =>
        Assert.Equal(Enumerable.Range(1, 10), NationalStatus.All.Select(status => status.Code));

    /// <summary>Random commands in random order: the table is the law, and a closed case stays closed.</summary>
    [Fact]
    public void Commands_InAnyOrder_NeverLeaveTheTable() => Gen.Int[0, 9].Array[0, 40].Sample(choices =>
    {
        var @case = ACase.Submitted();
        foreach (var choice in choices)
        {
            var before = @case.State;
            var (kind, outcome, actor) = Try(@case, choice);
            if (outcome is not Outcome.Accepted)
                continue;
            Assert.Contains(before.Status, Transitions.All.Single(row => row.Command == kind).From);
            Assert.False(before.IsClosed && kind is not CommandKind.Deliver);
            @case.Accept(outcome, actor);
            if (Transitions.All.Single(row => row.Command == kind).To is { } to)
                Assert.Equal(to, @case.State.Status);
        }

        Assert.Equal(@case.State.Version, @case.Facts.Count);
        Assert.Equivalent(@case.State, Evolution.Fold(@case.State.Dossier, @case.Facts), strict: true);
    });

    private static (CommandKind, Outcome, Actor) Try(ACase @case, int choice)
    {
        @case.Now = @case.Now.AddDays(1);
        var state = @case.State;
        return choice switch
        {
            0 => (CommandKind.Receive, Processing.Receive(state, @case.Now, ACase.NoHolidays, ACase.NoTakeovers), Actor.System),
            1 => (CommandKind.ApproveStage, Reviewing.Approve(state, new("district"), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable), ACase.District),
            2 => (CommandKind.ApproveStage, @case.ApproveFinally(), ACase.Province),
            3 => (CommandKind.RequestCorrection, @case.AskFor("indicator:1.1"), ACase.District),
            4 => (CommandKind.AnswerCorrection, Applying.AnswerCorrection(state, new([new("indicator:1.1", 9, null, null)]), ACase.Criteria, @case.Now, ACase.NoHolidays, ACase.Printable), Actor.Applicant),
            5 => (CommandKind.Withdraw, Applying.Withdraw(state, new("đổi ý")), Actor.Applicant),
            6 => (DeadlineOf(@case), Processing.ActOnDeadline(state, @case.Now, ACase.NoHolidays, ACase.NoTakeovers), Actor.System),
            7 when state.Status is ApplicationStatus.Approved =>
                (CommandKind.Certify, Processing.Certify(state, Number, VietnamTime.DayOf(@case.Now), "00"), Actor.System),
            8 => (CommandKind.Deliver, Processing.Deliver(state, "applicant"), Actor.Applicant),
            9 => (CommandKind.Score, Reviewing.Score(state, ACase.ScoringOf(@case.Now.Day % 11), ACase.Criteria, ACase.District), ACase.District),
            _ => (CommandKind.Deliver, new Outcome.AlreadyDone(), Actor.System),
        };
    }

    private static RegisterNumber Number => RegisterNumber.TryParse("DVHT-36-2025-00001", out var number) ? number : throw new InvalidOperationException();

    private static CommandKind DeadlineOf(ACase @case) => StageDeadlines.Next(@case.State, ACase.NoHolidays, ACase.NoTakeovers)?.Command ?? CommandKind.Remind;
}
