using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Tests.Applications;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Notifications;

public class NotifyingTests
{
    private static readonly Audience Reviewers = new(Role.DistrictReviewer, "361");
    private static readonly Audience Administrators = new(Role.Administrator, "36");

    [Fact]
    public void Outbox_FromReceiptToCertificate_TellsTheApplicantTwice()
    {
        var @case = ACase.Approved();
        @case.Accept(Processing.Certify(@case.State, RegisterNumber.Create(TitleKind.LearningUnit, "36", 2025, 1), new(2026, 3, 2), "00"), Actor.System);

        Assert.Equal([(2, NoticeKind.Received), (8, NoticeKind.Certified)], Told(@case.State, Audience.Applicant));
        Assert.Equal(2, @case.State.Outbox.Count);
    }

    [Fact]
    public void Outbox_CorrectionThatNobodyAnswers_AsksRemindsAndSaysThatItLapsed()
    {
        var @case = ACase.AwaitingCorrection();
        PassTime(@case);

        Assert.Equal(
            [NoticeKind.Received, NoticeKind.CorrectionRequested, NoticeKind.CorrectionReminder, NoticeKind.Lapsed], Told(@case.State, Audience.Applicant).Select(told => told.Kind));
    }

    [Fact]
    public void Outbox_CorrectionAnswered_IsConfirmed()
    {
        var @case = ACase.AwaitingCorrection();
        @case.Accept(Applying.AnswerCorrection(@case.State, new([new("indicator:2.1", 9, null, null)]), ACase.Criteria, @case.Now, ACase.NoHolidays, ACase.Printable), Actor.Applicant);

        Assert.Equal(NoticeKind.CorrectionAnswered, @case.State.Outbox[^1].Kind);
    }

    [Fact]
    public void Outbox_NobodyDecides_RemindsTheReviewersThenTellsThemAndTheAdministrators()
    {
        var @case = ACase.InReview();
        PassTime(@case);

        Assert.Equal([NoticeKind.ReviewReminder, NoticeKind.StageOverdue], Told(@case.State, Reviewers).Select(told => told.Kind));
        Assert.Equal([NoticeKind.StageOverdue], Told(@case.State, Administrators).Select(told => told.Kind));
        // Two are told of one fact.
        Assert.Equal(Told(@case.State, Reviewers)[^1].Sequence, Told(@case.State, Administrators)[0].Sequence);
    }

    [Fact]
    public void Outbox_RefusedOrWithdrawn_TellsTheApplicant()
    {
        var refused = ACase.InReview();
        refused.Accept(Reviewing.Refuse(refused.State, new("district", ["Không thuộc địa bàn"]), ACase.District), ACase.District);
        var withdrawn = ACase.Submitted();
        withdrawn.Accept(Applying.Withdraw(withdrawn.State, new(null)), Actor.Applicant);

        Assert.Equal(NoticeKind.Refused, refused.State.Outbox[^1].Kind);
        Assert.Equal([(2, NoticeKind.Withdrawn)], Told(withdrawn.State, Audience.Applicant));
    }

    [Fact]
    public void Outbox_StageMoved_TellsTheApplicantAndWhoHoldsItNow()
    {
        var @case = ACase.InReview();
        var before = @case.State.Outbox.Count;
        @case.Accept(new Outcome.Accepted([new Fact.StageMoved(0, Role.CommuneOfficer, "13990", MoveReason.BodyAbolished, "Nghị quyết 202/2025/QH15")]), Actor.System);

        Assert.Equal([Audience.Applicant, new(Role.CommuneOfficer, "13990")], @case.State.Outbox.Skip(before).Select(notice => notice.To));
        Assert.All(@case.State.Outbox.Skip(before), notice => Assert.Equal(NoticeKind.StageMoved, notice.Kind));
    }

    [Fact]
    public void Outbox_LaterStageMoved_TellsNobody()
    {
        var @case = ACase.InReview();
        var before = @case.State.Outbox.Count;
        @case.Accept(new Outcome.Accepted([new Fact.StageMoved(1, Role.ProvincialApprover, "37", MoveReason.BodyAbolished, null)]), Actor.System);

        Assert.Equal(before, @case.State.Outbox.Count);
    }

    [Fact]
    public void Outbox_StageApproved_TellsNobody() => Assert.Equal(ACase.InReview().State.Outbox, ACase.AtProvince().State.Outbox);

    [Fact]
    public void StillHolds_ReminderAfterTheDeed_DoesNot()
    {
        var @case = ACase.InReview();
        PassTime(@case);
        var (reminder, overdue) = (@case.State.Outbox.First(n => n.Kind is NoticeKind.ReviewReminder), @case.State.Outbox[^1]);
        Assert.True(Notifying.StillHolds(reminder, @case.State));
        Assert.True(Notifying.StillHolds(overdue, @case.State));

        @case.Accept(Reviewing.Approve(@case.State, new("district"), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable), ACase.District);

        Assert.False(Notifying.StillHolds(reminder, @case.State));
        Assert.False(Notifying.StillHolds(overdue, @case.State));
        Assert.True(Notifying.StillHolds(@case.State.Outbox[0], @case.State));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StillHolds_ReminderToTheApplicant_AsksForHisConsent(bool given)
    {
        var @case = ACase.Submitted(submission => submission with { Consents = [new("contact", "2026-01", given)] }).Received();
        @case.Accept(@case.AskFor("indicator:2.1"), ACase.District);
        var reminder = new Notice(9, NoticeKind.CorrectionReminder, Audience.Applicant, @case.Now);

        Assert.Equal(given, Notifying.StillHolds(reminder, @case.State));
        // What the procedure has to tell him does not depend on it.
        Assert.All(@case.State.Outbox, notice => Assert.True(Notifying.StillHolds(notice, @case.State)));
    }

    private static List<(int Sequence, NoticeKind Kind)> Told(Application state, Audience audience) =>
        [.. state.Outbox.Where(notice => notice.To == audience).Select(notice => (notice.Sequence, notice.Kind))];

    /// <summary>Lets every deadline come, until none is left.</summary>
    private static void PassTime(ACase @case)
    {
        while (StageDeadlines.Next(@case.State, ACase.NoHolidays, ACase.NoTakeovers) is { } deadline)
        {
            @case.Now = deadline.At;
            @case.Accept(Processing.ActOnDeadline(@case.State, @case.Now, ACase.NoHolidays, ACase.NoTakeovers), Actor.System);
        }
    }
}
