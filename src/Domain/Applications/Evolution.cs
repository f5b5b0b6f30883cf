using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Notifications;

using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.Applications;

/// <summary>A fact with its place in the case, who caused it and when.</summary>
/// <param name="Sequence">1 for the first fact.</param>
public sealed record RecordedFact(int Sequence, DateTimeOffset At, string By, Fact Fact);

/// <summary>How facts make the state. Knows no rule: what is recorded has happened.</summary>
public static class Evolution
{
    public static Application? Fold(DossierNumber dossier, IEnumerable<RecordedFact> facts) =>
        facts.Aggregate((Application?)null, (state, fact) => Apply(dossier, state, fact));

    public static Application Apply(DossierNumber dossier, Application? state, RecordedFact recorded)
    {
        if (recorded.Fact is Fact.ApplicationSubmitted submitted)
            return Submitted(dossier, submitted, recorded);

        var current = state ?? throw new InvalidOperationException($"{dossier}: the first fact is {recorded.Fact.GetType().Name}, not a submission.");
        var next = Apply(current, recorded) with { Version = recorded.Sequence, ChangedAt = recorded.At };
        return Notifying.Of(next, recorded) is { Count: > 0 } notices ? next with { Outbox = [.. next.Outbox, .. notices] } : next;
    }

    private static Application Submitted(DossierNumber dossier, Fact.ApplicationSubmitted fact, RecordedFact recorded) => new(
        dossier, recorded.Sequence, ApplicationStatus.Submitted, fact.Submission, recorded.By, recorded.At, recorded.At,
        [.. fact.Route.Select(rule => new StageRecord(rule, null, null, null, null, null, false, false))],
        CurrentStage: null, Correction: null, CorrectionRounds: 0, Decision: null, Certificate: null, fact.RuleBookVersion);

    private static Application Apply(Application state, RecordedFact recorded) => recorded.Fact switch
    {
        Fact.ApplicationReceived => state with { Status = ApplicationStatus.Received },
        Fact.StageOpened fact => state.WithStage(fact.Stage, stage => stage with { Due = fact.Due }) with
        {
            Status = ApplicationStatus.InReview,
            CurrentStage = fact.Stage,
        },
        Fact.ReviewerScored fact => state.WithStage(fact.Stage, stage => stage with { Scoring = fact.Answers }),
        Fact.StageApproved fact => state.WithStage(fact.Stage, stage => Decided(stage, StageOutcome.Approved, recorded)),
        Fact.TitleApproved fact => state with { Status = ApplicationStatus.Approved, CurrentStage = null, Decision = fact.Decision },
        Fact.CorrectionRequested fact => state.WithStage(fact.Stage, stage => stage with { Due = null, RemainingDays = fact.RemainingDays }) with
        {
            Status = ApplicationStatus.AwaitingCorrection,
            Correction = new(fact.Items, recorded.By, fact.AnswerBy, Reminded: false),
            CorrectionRounds = state.CorrectionRounds + 1,
        },
        Fact.CorrectionAnswered fact => state.WithStage(fact.Stage, stage => stage with { Due = fact.Due, RemainingDays = null, Reminded = false, Escalated = false }) with
        {
            Status = ApplicationStatus.InReview,
            Correction = null,
            Submission = fact.Answers.Aggregate(state.Submission, Correcting.Apply),
            AnsweredBy = Actor.IsReserved(recorded.By) || recorded.By == state.SubmittedBy ? state.AnsweredBy : [.. state.AnsweredBy.Union([recorded.By])],
        },
        Fact.ApplicationRefused fact => state.WithStage(fact.Stage, stage => Decided(stage, StageOutcome.Refused, recorded)) with
        {
            Status = ApplicationStatus.Refused,
            CurrentStage = null,
        },
        Fact.ApplicationWithdrawn => state with { Status = ApplicationStatus.Withdrawn, CurrentStage = null, Correction = null },
        Fact.ApplicationLapsed => state with { Status = ApplicationStatus.Lapsed, CurrentStage = null, Correction = null },
        Fact.ReviewerReminded fact => state.WithStage(fact.Stage, stage => stage with { Reminded = true }),
        Fact.StageEscalated fact => state.WithStage(fact.Stage, stage => stage with { Escalated = true }),
        Fact.ConflictDeclared fact => state with { Conflicts = [.. state.Conflicts, new(recorded.By, fact.Kind)] },
        Fact.StageMoved fact => state.WithStage(fact.Stage, stage => stage with
        {
            Rule = stage.Rule with { Role = fact.Role, Unit = fact.Unit, BoundOn = VietnamTime.DayOf(recorded.At) },
            Moved = new(stage.Rule.Unit, fact.Reason, fact.Decree, recorded.At),
        }),
        Fact.ApplicantReminded => state with { Correction = state.Correction! with { Reminded = true } },
        Fact.TitleCertified fact => state with { Status = ApplicationStatus.Certified, Certificate = new(fact.Number, fact.IssuedOn, fact.Sha256) },
        Fact.CertificateDelivered => state with { Status = ApplicationStatus.Delivered },
        Fact.ConsentWithdrawn fact => state with { Submission = state.Submission.Without(fact.Purpose) },
        Fact.CaseErased => state,
        _ => throw new InvalidOperationException($"{state.Dossier}: a fact of an unknown kind, {recorded.Fact.GetType().Name}."),
    };

    private static StageRecord Decided(StageRecord stage, StageOutcome outcome, RecordedFact recorded) =>
        stage with { Outcome = outcome, DecidedBy = recorded.By, DecidedAt = recorded.At };

    private static Application WithStage(this Application state, int index, Func<StageRecord, StageRecord> change) =>
        state with { Stages = [.. state.Stages.Select((stage, i) => i == index ? change(stage) : stage)] };
}
