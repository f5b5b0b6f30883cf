using System.Text.Json.Serialization;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Applications;

/// <summary>Something that has happened to an application. Never changed, never removed; the JSON names are part of the record.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(ApplicationSubmitted), nameof(ApplicationSubmitted))]
[JsonDerivedType(typeof(ApplicationReceived), nameof(ApplicationReceived))]
[JsonDerivedType(typeof(StageOpened), nameof(StageOpened))]
[JsonDerivedType(typeof(ReviewerScored), nameof(ReviewerScored))]
[JsonDerivedType(typeof(StageApproved), nameof(StageApproved))]
[JsonDerivedType(typeof(TitleApproved), nameof(TitleApproved))]
[JsonDerivedType(typeof(CorrectionRequested), nameof(CorrectionRequested))]
[JsonDerivedType(typeof(CorrectionAnswered), nameof(CorrectionAnswered))]
[JsonDerivedType(typeof(ApplicationRefused), nameof(ApplicationRefused))]
[JsonDerivedType(typeof(ApplicationWithdrawn), nameof(ApplicationWithdrawn))]
[JsonDerivedType(typeof(ReviewerReminded), nameof(ReviewerReminded))]
[JsonDerivedType(typeof(ApplicantReminded), nameof(ApplicantReminded))]
[JsonDerivedType(typeof(StageEscalated), nameof(StageEscalated))]
[JsonDerivedType(typeof(ConflictDeclared), nameof(ConflictDeclared))]
[JsonDerivedType(typeof(ApplicationLapsed), nameof(ApplicationLapsed))]
[JsonDerivedType(typeof(StageMoved), nameof(StageMoved))]
[JsonDerivedType(typeof(TitleCertified), nameof(TitleCertified))]
[JsonDerivedType(typeof(CertificateDelivered), nameof(CertificateDelivered))]
[JsonDerivedType(typeof(ConsentWithdrawn), nameof(ConsentWithdrawn))]
[JsonDerivedType(typeof(CaseErased), nameof(CaseErased))]
public abstract record Fact
{
    /// <summary>The route is pinned here, and with its version the rest of the rule book: a later one does not change a case in flight.</summary>
    /// <param name="RuleBookVersion">Null in facts from before rule books had versions: the book of today decides then.</param>
    public sealed record ApplicationSubmitted(Submission Submission, IReadOnlyList<StageRule> Route, string? RuleBookVersion = null) : Fact;

    public sealed record ApplicationReceived : Fact;

    public sealed record StageOpened(int Stage, DateOnly Due) : Fact;

    /// <summary>The reviewer's own scoring beside the applicant's; a later one of the same stage replaces it.</summary>
    public sealed record ReviewerScored(int Stage, SelfAssessment Answers) : Fact;

    public sealed record StageApproved(int Stage, string? Note) : Fact;

    /// <summary>The last stage has approved: the title is granted by this decision.</summary>
    public sealed record TitleApproved(RecognitionDecision Decision) : Fact;

    public sealed record CorrectionRequested(int Stage, IReadOnlyList<CorrectionItem> Items, DateOnly AnswerBy, int RemainingDays) : Fact;

    public sealed record CorrectionAnswered(int Stage, IReadOnlyList<CorrectionAnswer> Answers, DateOnly Due) : Fact;

    /// <param name="Reasons">Every ground as it is said to the applicant.</param>
    /// <param name="Grounds">Those of them that can be counted; null where all were written freely.</param>
    public sealed record ApplicationRefused(int Stage, IReadOnlyList<string> Reasons, IReadOnlyList<RefusalGround>? Grounds = null) : Fact;

    public sealed record ApplicationWithdrawn(string? Reason) : Fact;

    public sealed record ReviewerReminded(int Stage) : Fact;

    public sealed record ApplicantReminded(int Stage) : Fact;

    /// <summary>The due date has passed: the case is shown to those who watch over the stage.</summary>
    public sealed record StageEscalated(int Stage) : Fact;

    /// <summary>A reviewer has said that the case is not his to decide. Who: <see cref="RecordedFact.By"/>.</summary>
    public sealed record ConflictDeclared(ConflictKind Kind, string Reason) : Fact;

    public sealed record ApplicationLapsed(int Stage) : Fact;

    /// <summary>Another body goes on with a stage that nobody has decided yet. Its due date stays: the applicant was promised that day.</summary>
    /// <param name="Decree">The text that ended the body; null where none is known, or where the reason is another.</param>
    public sealed record StageMoved(int Stage, Role Role, string Unit, MoveReason Reason, string? Decree) : Fact;

    public sealed record TitleCertified(RegisterNumber Number, DateOnly IssuedOn, string Sha256) : Fact;

    public sealed record CertificateDelivered(string To) : Fact;

    /// <summary>The applicant has taken back a consent.</summary>
    public sealed record ConsentWithdrawn(string Purpose) : Fact;

    /// <summary>The key of the case has been destroyed: what the facts before it said can never be read again. The last fact of a case.</summary>
    public sealed record CaseErased(ErasureGround Ground, string Reason) : Fact;
}

/// <summary>Why a stage goes on elsewhere.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MoveReason>))]
public enum MoveReason
{
    /// <summary>The body ended, as the districts did on 30 June 2025.</summary>
    BodyAbolished,

    /// <summary>Nobody is left in the body who may decide this case.</summary>
    NobodyEligible,
}

/// <summary>What the applicant answers to one item: a new value and evidence for an indicator, text for a field.</summary>
/// <param name="Files">Instead of those attached before; null leaves them.</param>
public sealed record CorrectionAnswer(
    string Item, int? Points, string? Evidence, string? Text, bool? Met = null, decimal? Percent = null, IReadOnlyList<EvidenceFile>? Files = null);
