namespace TitleCertification.Domain.Applications;

/// <summary>The stable codes of refusals. Their texts and HTTP statuses are in the catalogue of the Functions project.</summary>
public static class RefusalCodes
{
    public const string InvalidInput = "invalid_input";
    public const string TitleNotReached = "title_not_reached";
    public const string ReviewerScoreTooLow = "reviewer_score_too_low";
    public const string NotYourStage = "not_your_stage";
    public const string WrongStage = "wrong_stage";
    public const string AlreadyDecided = "already_decided";
    public const string FourEyes = "four_eyes";

    /// <summary>The case is not any more what the reviewer has seen.</summary>
    public const string Changed = "changed_meanwhile";

    /// <summary>The code of a case that does not exist: whoever is barred from one is told nothing of it.</summary>
    public const string ConflictOfInterest = "unknown_dossier";
    public const string Withdrawn = "withdrawn";
    public const string Lapsed = "lapsed";
    public const string AwaitingCorrection = "awaiting_correction";
    public const string NotAwaitingCorrection = "not_awaiting_correction";
    public const string NotInReview = "not_in_review";
    public const string CannotWithdraw = "cannot_withdraw";
    public const string CaseOpen = "case_open";
    public const string CertificateInForce = "certificate_in_force";
    public const string RulesIncomplete = "rules_incomplete";

    public const string OutsideArea = "outside_area";
    public const string OwnAuthority = "own_authority";
    public const string RolesIncompatible = "roles_incompatible";
    public const string UnknownGrant = "unknown_authority";

    /// <summary>Why a reviewer's command does not fit the status.</summary>
    internal static string WrongStatus(Application state, string? stage) => state.Status switch
    {
        ApplicationStatus.Withdrawn => Withdrawn,
        ApplicationStatus.Lapsed => Lapsed,
        ApplicationStatus.AwaitingCorrection => AwaitingCorrection,
        _ when state.Stages.Any(s => s.Rule.Code == stage && s.Outcome is not null) => AlreadyDecided,
        _ => NotInReview,
    };
}
