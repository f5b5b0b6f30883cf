using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Review;

/// <summary>What the bodies of the route do with a case: approve, ask for corrections, refuse.</summary>
public static class Reviewing
{
    /// <param name="unprintable">The characters of a text that a certificate cannot print, or "": what is granted must be possible to write down.</param>
    public static Outcome Approve(
        Application state, ApprovalInput command, CriteriaSet criteria, Actor actor, DateTimeOffset now, Holidays holidays, Func<string, string> unprintable)
    {
        if (Refused(CommandKind.ApproveStage, state, command.Stage, actor, command.Version) is { } refusal)
            return refusal;

        if (NotReached(RefusalCodes.TitleNotReached, state, state.Submission.Answers, criteria) is { } notReached)
            return notReached;
        // Whoever finds by his own scoring that the title is not reached cannot grant it; he scores again, asks for a correction, or refuses.
        if (state.Stage!.Scoring is { } scoring && NotReached(RefusalCodes.ReviewerScoreTooLow, state, scoring, criteria) is { } tooLow)
            return tooLow;

        if (FreeText.Faults(command.Note, "/note").ToList() is { Count: > 0 } tooLong)
            return Outcome.Refuse(RefusalCodes.InvalidInput, tooLong);
        var stage = state.CurrentStage!.Value;
        var approved = new Fact.StageApproved(stage, FreeText.Of(command.Note));
        if (stage + 1 < state.Stages.Count)
        {
            return command.Decision is null
                ? Outcome.Of(approved, new Fact.StageOpened(stage + 1, DueOf(state.Stages[stage + 1].Rule, now, holidays)))
                : Outcome.Refuse(RefusalCodes.InvalidInput, DecisionTooEarly);
        }

        return DecisionFaults.Of(command.Decision, state.Submission, actor, now, unprintable).ToList() is { Count: > 0 } faults
            ? Outcome.Refuse(RefusalCodes.InvalidInput, faults)
            : Outcome.Of(approved, new Fact.TitleApproved(new(VietnameseText.Clean(command.Decision!.Number), command.Decision.DecidedOn!.Value, actor.Name, actor.SignatoryCapacity ?? [])));
    }

    /// <summary>Records the reviewer's own scoring: complete and within the limits, whether or not it reaches the title.</summary>
    public static Outcome Score(Application state, ScoringInput command, CriteriaSet criteria, Actor actor)
    {
        if (Refused(CommandKind.Score, state, command.Stage, actor) is { } refusal)
            return refusal;
        var answers = AnswerInput.ToAssessment(command.Answers);
        var verdict = Scoring.Judge(criteria, answers, state.Submission.AssessedUnder(criteria));
        IReadOnlyList<Fault> faults =
            [.. AnswerInput.Faults(command.Answers, NoFiles), .. Fault.Of(verdict.Grounds.Where(ground => ground.Kind is GroundKind.Invalid), answers)];
        if (faults.Count > 0)
            return Outcome.Refuse(RefusalCodes.InvalidInput, faults);
        return state.Stage!.Scoring?.Answers.SequenceEqual(answers.Answers) == true
            ? new Outcome.AlreadyDone()
            : Outcome.Of(new Fact.ReviewerScored(state.CurrentStage!.Value, answers));
    }

    public static Outcome RequestCorrection(Application state, CorrectionRequestInput command, Actor actor, DateTimeOffset now, Holidays holidays)
    {
        if (Refused(CommandKind.RequestCorrection, state, command.Stage, actor, command.Version) is { } refusal)
            return refusal;
        if (CorrectionFaults.Of(command, state.Submission) is { Count: > 0 } faults)
            return Outcome.Refuse(RefusalCodes.InvalidInput, faults);

        var today = VietnamTime.DayOf(now);
        var stage = state.Stage!;
        // The clock stops while the applicant corrects: what was left of the stage's days is left when he has answered.
        var remaining = Math.Max(0, WorkingDays.Between(today, stage.Due!.Value, holidays));
        return Outcome.Of(new Fact.CorrectionRequested(
            state.CurrentStage!.Value, [.. command.Items!.Select(item => item! with { Reason = FreeText.Of(item.Reason)! })], WorkingDays.Add(today, stage.Rule.Correction.AnswerDays, holidays), remaining));
    }

    public static Outcome Refuse(Application state, RefusalInput command, Actor actor)
    {
        if (Refused(CommandKind.Refuse, state, command.Stage, actor, command.Version) is { } refusal)
            return refusal;
        var (given, grounds) = (command.Reasons ?? [], command.Grounds ?? []);
        IReadOnlyList<Fault> faults = [.. given.Index().SelectMany(i => FreeText.Faults(i.Item, $"/reasons/{i.Index}")), .. RefusalGrounds.Faults(grounds, state.Submission)];
        if (faults.Count > 0)
            return Outcome.Refuse(RefusalCodes.InvalidInput, faults);
        List<RefusalGround> kept = [.. grounds.OfType<RefusalGround>().Select(ground => ground with { Text = FreeText.Of(ground.Text) })];
        List<string> reasons = [.. kept.Select(RefusalGrounds.Sentence), .. given.Select(FreeText.Of).OfType<string>()];
        return reasons.Count == 0
            ? Outcome.Refuse(RefusalCodes.InvalidInput, new Fault("reason_missing", "/reasons", new("Cần nêu ít nhất một lý do từ chối.", "At least one reason is needed.")))
            : Outcome.Of(new Fact.ApplicationRefused(state.CurrentStage!.Value, reasons, kept.Count == 0 ? null : kept));
    }

    internal static DateOnly DueOf(StageRule rule, DateTimeOffset now, Holidays holidays) =>
        WorkingDays.Add(VietnamTime.DayOf(now), rule.WorkingDays, holidays);

    /// <summary>Reviewers attach none.</summary>
    private static readonly Dictionary<string, EvidenceFile> NoFiles = [];

    private static Outcome? NotReached(string code, Application state, SelfAssessment answers, CriteriaSet criteria)
    {
        var verdict = Scoring.Judge(criteria, answers, state.Submission.AssessedUnder(criteria));
        return verdict.Passes ? null : Outcome.Refuse(code, Fault.Of(verdict.Grounds, answers));
    }

    /// <summary>Conflicts, status, stage, area and four eyes, at the moment of decision. The order is that of what the reviewer needs to know first.</summary>
    private static Outcome? Refused(CommandKind command, Application state, string? stage, Actor actor, int? seen = null)
    {
        if (Conflicts.Bar(actor, state))
            return Outcome.Refuse(RefusalCodes.ConflictOfInterest);
        if (!MayDecide(state, actor, stage))
            return Outcome.Refuse(RefusalCodes.NotYourStage);
        if (!Transitions.Allows(command, state.Status))
            return Outcome.Refuse(RefusalCodes.WrongStatus(state, stage));
        if (state.Stage!.Rule.Code != stage)
            return Outcome.Refuse(state.Stages.Any(s => s.Rule.Code == stage && s.Outcome is not null) ? RefusalCodes.AlreadyDecided : RefusalCodes.WrongStage);
        if (Conflicts.HasHandled(actor, state))
            return Outcome.Refuse(RefusalCodes.FourEyes);
        return seen is { } version && version != state.Version ? Outcome.Refuse(RefusalCodes.Changed) : null;
    }

    private static bool MayDecide(Application state, Actor actor, string? stage) =>
        state.Stages.Where(s => s.Rule.Code == stage).DefaultIfEmpty(state.Stage).Any(s => s is not null && actor.Holds(s.Rule));

    private static readonly Fault DecisionTooEarly = new("decision_too_early", "/decision",
        new("Số quyết định chỉ được ghi ở cấp phê duyệt cuối cùng.", "Only the last stage carries the number of a decision."));
}

/// <param name="Stage">The stage the reviewer believes to decide: guards against deciding another one by a stale page.</param>
/// <param name="Version">The version of the case that the reviewer has seen: whoever decides decides on what he has read. Null: he does not ask. The same for the other decisions.</param>
public sealed record ApprovalInput(string? Stage, string? Note = null, DecisionInput? Decision = null, int? Version = null);

public sealed record ScoringInput(string? Stage, IReadOnlyList<AnswerInput?>? Answers);

public sealed record DecisionInput(string? Number, DateOnly? DecidedOn);

public sealed record CorrectionRequestInput(string? Stage, IReadOnlyList<CorrectionItem?>? Items, int? Version = null);

/// <param name="Reasons">Written freely.</param>
public sealed record RefusalInput(string? Stage, IReadOnlyList<string?>? Reasons, IReadOnlyList<RefusalGround?>? Grounds = null, int? Version = null);
