using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Tests.Applications;

namespace TitleCertification.Domain.Tests.Review;

public class StageDeadlinesTests
{
    // Received Monday 2 March 2026; ten working days end on Monday 16 March.
    private static readonly DateOnly Due = new(2026, 3, 16);

    [Fact]
    public void Next_FreshStage_IsTheReminderTwoWorkingDaysBefore()
    {
        var deadline = StageDeadlines.Next(ACase.InReview().State, ACase.NoHolidays, ACase.NoTakeovers);

        Assert.Equal(new Deadline(CommandKind.Remind, VietnamTime.EndOf(new(2026, 3, 11))), deadline);
    }

    [Fact]
    public void Next_Reminded_IsTheEscalationWhenTheDueDayHasPassed()
    {
        var @case = ACase.InReview();
        ActAt(@case, VietnamTime.EndOf(new(2026, 3, 11)));

        Assert.Equal(new Deadline(CommandKind.Escalate, VietnamTime.EndOf(Due)), StageDeadlines.Next(@case.State, ACase.NoHolidays, ACase.NoTakeovers));
    }

    [Fact]
    public void ActOnDeadline_LastInstantOfTheDueDay_DoesNotEscalateYet()
    {
        var @case = ACase.InReview();
        ActAt(@case, VietnamTime.EndOf(new(2026, 3, 11)));

        var outcome = Processing.ActOnDeadline(@case.State, VietnamTime.EndOf(Due).AddTicks(-1), ACase.NoHolidays, ACase.NoTakeovers);

        Assert.IsType<Outcome.AlreadyDone>(outcome);
    }

    [Fact]
    public void ActOnDeadline_Overdue_EscalatesOnceAndThenWaits()
    {
        var @case = ACase.InReview();
        ActAt(@case, VietnamTime.EndOf(new(2026, 3, 11)));
        ActAt(@case, VietnamTime.EndOf(Due));

        Assert.True(@case.State.Stage!.Escalated);
        Assert.Null(StageDeadlines.Next(@case.State, ACase.NoHolidays, ACase.NoTakeovers));
        Assert.Equal(ApplicationStatus.InReview, @case.State.Status);
    }

    [Fact]
    public void ActOnDeadline_NobodyAnswers_RemindsThenLapses()
    {
        var @case = ACase.AwaitingCorrection();
        var answerBy = @case.State.Correction!.AnswerBy;
        Assert.Equal(new DateOnly(2026, 3, 30), answerBy);

        ActAt(@case, StageDeadlines.Next(@case.State, ACase.NoHolidays, ACase.NoTakeovers)!.At);
        Assert.True(@case.State.Correction!.Reminded);
        Assert.IsType<Outcome.AlreadyDone>(Processing.ActOnDeadline(@case.State, VietnamTime.EndOf(answerBy).AddTicks(-1), ACase.NoHolidays, ACase.NoTakeovers));

        ActAt(@case, VietnamTime.EndOf(answerBy));
        Assert.Equal(ApplicationStatus.Lapsed, @case.State.Status);
        Assert.Equal(8, NationalStatus.Of(@case.State.Status).Code);
    }

    [Fact]
    public void AnswerCorrection_AfterAPause_GivesBackTheDaysThatWereLeft()
    {
        var @case = ACase.InReview();
        @case.Now = ACase.Monday.AddDays(4);                                     // Friday 6 March: six working days left until the 16th
        @case.Accept(@case.AskFor("indicator:2.1"), ACase.District);
        Assert.Null(@case.State.Stage!.Due);
        Assert.Equal(6, @case.State.Stage.RemainingDays);

        @case.Now = ACase.Monday.AddDays(14);                                    // Monday 16 March
        @case.Accept(Applying.AnswerCorrection(
            @case.State, new([new("indicator:2.1", 8, "Kế hoạch mới", null)]), ACase.Criteria, @case.Now, ACase.NoHolidays, ACase.Printable), Actor.Applicant);

        Assert.Equal(new DateOnly(2026, 3, 24), @case.State.Stage!.Due);
        Assert.Equal(8, @case.State.Submission.Answers.Answers.Single(answer => answer.Indicator == "2.1").Points);
    }

    [Fact]
    public void AnswerCorrection_ClockRanOutBeforeTheRequest_LeavesOneDay()
    {
        var @case = ACase.InReview();
        @case.Now = ACase.Monday.AddDays(30);
        @case.Accept(@case.AskFor("indicator:2.1"), ACase.District);
        Assert.Equal(0, @case.State.Stage!.RemainingDays);

        @case.Accept(Applying.AnswerCorrection(
            @case.State, new([new("indicator:2.1", 8, null, null)]), ACase.Criteria, @case.Now, ACase.NoHolidays, ACase.Printable), Actor.Applicant);

        Assert.Equal(WorkingDays.Add(VietnamTime.DayOf(@case.Now), 1, ACase.NoHolidays), @case.State.Stage!.Due);
    }

    private static void ActAt(ACase @case, DateTimeOffset now)
    {
        @case.Now = now;
        @case.Accept(Processing.ActOnDeadline(@case.State, now, ACase.NoHolidays, ACase.NoTakeovers), Actor.System);
    }
}
