using System.Text.Json.Serialization;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Applications;

/// <summary>The state of one application: nothing but the fold of its facts (<see cref="Evolution"/>).</summary>
/// <param name="Version">How many facts it is made of.</param>
/// <param name="CurrentStage">Index into <paramref name="Stages"/>; null before receipt and once the review is over.</param>
/// <param name="Correction">What the applicant is asked to correct now, or null.</param>
/// <param name="RuleBookVersion">The rule book the case keeps; null in a case from before rule books had versions.</param>
/// <param name="CorrectionRounds">How often a correction was asked for; more than once makes it late on the national dashboard (law-and-practice 6.3).</param>
public sealed record Application(
    DossierNumber Dossier,
    int Version,
    ApplicationStatus Status,
    Submission Submission,
    string SubmittedBy,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt,
    IReadOnlyList<StageRecord> Stages,
    int? CurrentStage,
    CorrectionRequest? Correction,
    int CorrectionRounds,
    RecognitionDecision? Decision,
    CertificateRecord? Certificate,
    string? RuleBookVersion = null)
{
    /// <summary>
    /// Who is to be told of what, all of it since the submission. Decided when the fact was recorded and stored with it in one row: what is owed cannot get lost
    /// between the two, and a later version of the program owes nothing more for old facts (docs/adr/0170).
    /// </summary>
    public IReadOnlyList<Notice> Outbox { get; init; } = [];

    /// <summary>Who has said that he does not decide this case, and why.</summary>
    public IReadOnlyList<DeclaredConflict> Conflicts { get; init; } = [];

    /// <summary>Ids of the staff who have answered a correction for the applicant.</summary>
    public IReadOnlyList<string> AnsweredBy { get; init; } = [];

    /// <summary>The stage that reviews now, or null.</summary>
    [JsonIgnore]
    public StageRecord? Stage => CurrentStage is { } index ? Stages[index] : null;

    [JsonIgnore]
    public bool IsClosed => Transitions.IsClosed(Status);
}

/// <summary>What the applicant has submitted, as corrected since. All text is NFC.</summary>
/// <param name="Unit">Code of the administrative unit the holder belongs to.</param>
/// <param name="CriteriaSet">Id of the version of the criteria the case keeps.</param>
/// <param name="Level">Null only in records from before levels were kept: then the first level of the set.</param>
/// <param name="LearningUnitKind">Code of one of the kinds the criteria set tells apart, or null.</param>
/// <param name="Disadvantaged">The unit was a disadvantaged area on the day of submission.</param>
public sealed record Submission(
    TitleKind Title, int Year, string CriteriaSet, string Unit, Holder Holder, Representative Representative, SelfAssessment Answers,
    HolderLevel? Level = null, string? LearningUnitKind = null, bool Disadvantaged = false)
{
    /// <summary>What was answered to each purpose of processing; none in records from before that was asked.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>Null where the applicant has filed himself.</summary>
    public Assistance? Assistance { get; init; }

    /// <summary>The holder as the criteria see him.</summary>
    public AssessedHolder AssessedUnder(CriteriaSet set) => new(Level ?? set.Levels[0], LearningUnitKind, Disadvantaged);
}

public sealed record Holder(string Name, string Address);

/// <param name="Language">The language in which he is written to: "vi" or "en".</param>
public sealed record Representative(string Name, string Position, PhoneNumber Phone, string? Email, string Language = LanguageCode.Vietnamese);

/// <summary>One stage of the case's route, and what has come of it.</summary>
/// <param name="Due">The last Vietnamese day to decide; null until the stage is opened and while the applicant corrects.</param>
/// <param name="RemainingDays">Working days left when the clock was stopped; null while it runs.</param>
/// <param name="Scoring">The reviewer's own scoring; null where there is none.</param>
/// <param name="Moved">How the stage came to the body that has it now; null where it is the one of the route.</param>
public sealed record StageRecord(
    StageRule Rule, StageOutcome? Outcome, string? DecidedBy, DateTimeOffset? DecidedAt, DateOnly? Due, int? RemainingDays, bool Reminded, bool Escalated,
    SelfAssessment? Scoring = null, StageMove? Moved = null);

/// <param name="From">Code of the unit that had the stage before.</param>
public sealed record StageMove(string From, MoveReason Reason, string? Decree, DateTimeOffset At);

public enum StageOutcome
{
    Approved,
    Refused,
}

/// <param name="AnswerBy">The last Vietnamese day to answer.</param>
public sealed record CorrectionRequest(IReadOnlyList<CorrectionItem> Items, string RequestedBy, DateOnly AnswerBy, bool Reminded);

/// <summary>One item to correct: "indicator:2.1", "holder.name", "holder.address" or "representative.name".</summary>
public sealed record CorrectionItem(string Item, string Reason);

public sealed record CertificateRecord(RegisterNumber Number, DateOnly IssuedOn, string Sha256);

/// <summary>The decision of the issuing body that the last approval carries, for example no. "1234/QĐ-UBND".</summary>
public sealed record RecognitionDecision(string Number, DateOnly DecidedOn, string SignatoryName, IReadOnlyList<string> SignatoryCapacity);
