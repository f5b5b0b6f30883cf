using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.Notifications;

/// <summary>Which facts are told to whom. What is not here (a stage approved, a certificate fetched) is seen by whoever looks.</summary>
public static class Notifying
{
    // The purpose of purposes.json that asks for it.
    private const string Contact = "contact";

    /// <param name="state">The case with the fact in it.</param>
    public static IReadOnlyList<Notice> Of(Application state, RecordedFact recorded)
    {
        Notice Tell(NoticeKind kind, Audience to) => new(recorded.Sequence, kind, to, recorded.At);
        Notice Applicant(NoticeKind kind) => Tell(kind, Audience.Applicant);
        return recorded.Fact switch
        {
            Fact.ApplicationReceived => [Applicant(NoticeKind.Received)],
            Fact.CorrectionRequested => [Applicant(NoticeKind.CorrectionRequested)],
            Fact.ApplicantReminded => [Applicant(NoticeKind.CorrectionReminder)],
            Fact.CorrectionAnswered => [Applicant(NoticeKind.CorrectionAnswered)],
            Fact.ApplicationRefused => [Applicant(NoticeKind.Refused)],
            // The approval itself is not told: the certificate follows within seconds, and nobody is to pay for two messages with one piece of news.
            Fact.TitleCertified => [Applicant(NoticeKind.Certified)],
            Fact.ApplicationLapsed => [Applicant(NoticeKind.Lapsed)],
            Fact.ApplicationWithdrawn => [Applicant(NoticeKind.Withdrawn)],
            Fact.ReviewerReminded fact => [Tell(NoticeKind.ReviewReminder, Reviewers(state, fact.Stage))],
            Fact.StageEscalated fact =>
            [
                Tell(NoticeKind.StageOverdue, Reviewers(state, fact.Stage)),
                Tell(NoticeKind.StageOverdue, new(Role.Administrator, state.Stages[^1].Rule.Unit)),
            ],
            // A later stage concerns nobody yet: its office hears of the case when it comes, and the applicant sees then who holds it.
            Fact.StageMoved fact when fact.Stage == state.CurrentStage => [Applicant(NoticeKind.StageMoved), Tell(NoticeKind.StageMoved, Reviewers(state, fact.Stage))],
            _ => [],
        };
    }

    /// <summary>
    /// Has a reminder still something to remind of? Told late, it would ask for what has been done. An applicant is reminded only while he agrees to it; what the
    /// procedure itself has to tell him needs no consent.
    /// </summary>
    public static bool StillHolds(Notice notice, Application state) => notice.Kind switch
    {
        NoticeKind.CorrectionReminder => state is { Status: ApplicationStatus.AwaitingCorrection, Submission.Consents: var consents } && consents.Any(consent => consent is { Purpose: Contact, Given: true }),
        NoticeKind.ReviewReminder => state is { Status: ApplicationStatus.InReview, Stage.Reminded: true } && Reviewers(state, state.CurrentStage!.Value) == notice.To,
        NoticeKind.StageOverdue => state is { Status: ApplicationStatus.InReview, Stage.Escalated: true },
        _ => true,
    };

    private static Audience Reviewers(Application state, int stage) => new(state.Stages[stage].Rule.Role, state.Stages[stage].Rule.Unit);
}
