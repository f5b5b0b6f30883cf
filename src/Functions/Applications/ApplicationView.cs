using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Titles;

namespace TitleCertification.Functions.Applications;

/// <summary>An application as callers see it (docs/api.md). The phone number is not in it: it is the applicant's proof.</summary>
public sealed record ApplicationView(
    string Dossier, ApplicationStatus Status, StatusView NationalStatus, TitleKind Title, int Year, string CriteriaSet, UnitView Unit, Holder Holder,
    HolderLevel Level, string? LearningUnitKind, bool Disadvantaged, RepresentativeView Representative, IReadOnlyList<IndicatorAnswer> Answers, VerdictView Score,
    IReadOnlyList<StageView> Stages, string? Stage, DateOnly? DueOn, CorrectionView? Corrections, CertificateView? Certificate, int Version,
    IReadOnlyList<Consent> Consents, AssistanceView? Assisted)
{
    /// <param name="forStaff">With what the reviewers work with among themselves: their own scoring.</param>
    public static ApplicationView Of(Application state, Rules rules, bool forStaff = false)
    {
        var set = rules.CriteriaOf(state);
        var assessed = state.Submission.AssessedUnder(set);
        return new(
            state.Dossier.ToString(), state.Status, StatusView.Of(state.Status), state.Submission.Title, state.Submission.Year, state.Submission.CriteriaSet,
            UnitView.Of(state.Submission.Unit, rules.MapDay(state.SubmittedAt), rules), state.Submission.Holder,
            assessed.Level, assessed.LearningUnitKind, assessed.Disadvantaged,
            new(state.Submission.Representative.Name, state.Submission.Representative.Position), [.. state.Submission.Answers.Answers.Select(Shown)],
            VerdictView.Of(Scoring.Judge(set, state.Submission.Answers, assessed)),
            [.. state.Stages.Select(stage => new StageView(stage.Rule.Code, stage.Rule.Role, stage.Rule.Unit, stage.Outcome, stage.DecidedAt, stage.Due, stage.Moved,
                forStaff && stage.Scoring is { } scoring ? new(scoring.Answers, VerdictView.Of(Scoring.Judge(set, scoring, assessed))) : null))],
            state.Stage?.Rule.Code, state.Stage?.Due, CorrectionView.Of(state), CertificateView.Of(state), state.Version, state.Submission.Consents,
            state.Submission.Assistance is { } assistance ? new(assistance.Name, assistance.ConsentedOn) : null);
    }

    /// <summary>Without where its files lie and what opens them.</summary>
    public static IndicatorAnswer Shown(IndicatorAnswer answer) => answer with { Files = answer.Files is { } files ? [.. files.Select(file => file.Shown())] : null };
}

/// <summary>What the applicant sees without an account: where it is, who holds it, until when, what to do.</summary>
public sealed record TrackView(
    string Dossier, ApplicationStatus Status, StatusView NationalStatus, string Holder, StageHolderView? HeldBy, DateOnly? DueOn, CorrectionView? Corrections,
    CertificateView? Certificate, DateOnly SubmittedOn)
{
    public static TrackView Of(Application state, Rules rules) => new(
        state.Dossier.ToString(), state.Status, StatusView.Of(state.Status), state.Submission.Holder.Name,
        state.Stage is { } stage ? new(stage.Rule.Code, UnitView.Of(stage.Rule.Unit, rules.MapDay(state.ChangedAt), rules)) : null,
        state.Stage?.Due, CorrectionView.Of(state), CertificateView.Of(state), VietnamTime.DayOf(state.SubmittedAt));
}

/// <summary>The officer who has filed for the applicant, and the day of the consent on paper.</summary>
public sealed record AssistanceView(string By, DateOnly ConsentedOn);

public sealed record StatusView(int Code, string Vi, string En)
{
    public static StatusView Of(ApplicationStatus status)
    {
        var national = NationalStatus.Of(status);
        return new(national.Code, national.Name.Vi, national.Name.En);
    }
}

public sealed record UnitView(string Code, string? Name)
{
    public static UnitView Of(string code, DateOnly mapDay, Rules rules) => new(code, rules.Units.Nearest(code, mapDay)?.FullName);
}

public sealed record RepresentativeView(string Name, string Position);

public sealed record StageView(string Code, Role Role, string Unit, StageOutcome? Outcome, DateTimeOffset? DecidedAt, DateOnly? DueOn, StageMove? Moved, ScoringView? Scoring);

/// <summary>The reviewer's own scoring and what comes of it.</summary>
public sealed record ScoringView(IReadOnlyList<IndicatorAnswer> Answers, VerdictView Score);

public sealed record StageHolderView(string Stage, UnitView Unit);

public sealed record CorrectionView(IReadOnlyList<CorrectionItem> Items, DateOnly AnswerBy)
{
    public static CorrectionView? Of(Application state) => state.Correction is { } correction ? new(correction.Items, correction.AnswerBy) : null;
}

public sealed record CertificateView(string Number, DateOnly IssuedOn)
{
    public static CertificateView? Of(Application state) => state.Certificate is { } certificate ? new(certificate.Number.ToString(), certificate.IssuedOn) : null;
}
