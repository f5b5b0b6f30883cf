using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Text;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Portal.Pages.Review;

/// <summary>Which case a page is about.</summary>
/// <param name="Version">As the reviewer sees it; what he decides is decided on this.</param>
/// <param name="StageName">The stage that decides; null where none does.</param>
/// <param name="Queue">Address of the queue, at the page where the case stands.</param>
public sealed record CaseHead(string Dossier, string Holder, LocalText Kind, string Place, LocalText? StageName, string? Stage, int Version, string Queue);

/// <summary>Everything of a case.</summary>
/// <param name="Obstacle">Why the case cannot be approved as it stands; null where it can, or where it is not the reader's.</param>
/// <param name="Before">What earlier stages have found.</param>
/// <param name="Keys">Single keys do something.</param>
public sealed record ReviewModel(
    CaseHead Head, QueueNotice? Notice, LocalText Status, LocalText? Due, DueMark Mark, bool MayDecide, LocalText? Obstacle, ClaimBox? Claim, CaseSummary Case,
    IReadOnlyList<StageFinding> Before, ScoreSheet Sheet, IReadOnlyList<Scored> Results, IReadOnlyList<HistoryRow> History, FieldErrors Errors, bool Keys);

/// <param name="By">Who is looking at it; null where nobody is.</param>
public sealed record ClaimBox(string? By, bool IsMine);

/// <param name="Name">Who has scored.</param>
public sealed record Scored(LocalText Name, LocalText Sentence, bool Passes);

/// <param name="Remarked">Codes of the indicators that have a remark.</param>
public sealed record StageFinding(LocalText Stage, LocalText Body, string Person, LocalText When, string? Note, LocalText? Result, IReadOnlyList<string> Remarked);

/// <param name="FoundBy">Which stage the findings are of; null where none has scored.</param>
public sealed record ScoreSheet(LocalText? FoundBy, IReadOnlyList<ScoredCriterion> Criteria);

public sealed record ScoredCriterion(LocalText Name, IReadOnlyList<ScoredIndicator> Indicators);

/// <param name="Given">By the applicant.</param>
/// <param name="Found">By the last stage that has scored; null where none has.</param>
/// <param name="Field">Where the reviewer scores; null where he does not.</param>
public sealed record ScoredIndicator(
    string Code, LocalText Name, LocalText? Asked, LocalText Given, string? Evidence, IReadOnlyList<EvidenceFile> Files, IndicatorFinding? Found, IndicatorQuestion? Field);

public sealed record IndicatorFinding(LocalText Score, string? Remark);

/// <param name="Texts">What people wrote.</param>
public sealed record HistoryRow(LocalText When, LocalText What, string? Who, IReadOnlyList<string> Texts);

/// <param name="Decision">The last stage carries the number and day of a decision; null for the others.</param>
public sealed record ApproveModel(CaseHead Head, IReadOnlyList<Scored> Results, DecisionFieldsModel? Decision, string Note, FieldErrors Errors);

/// <param name="Day">As typed.</param>
/// <param name="IsRemembered">It is that of his last approval today.</param>
public sealed record DecisionFieldsModel(string Number, string Day, bool IsRemembered);

/// <param name="IsCheck">Everything is filled in: it is shown once more before it goes out.</param>
public sealed record AskModel(CaseHead Head, IReadOnlyList<AskRow> Rows, LocalText AnswerBy, bool IsCheck, FieldErrors Errors);

/// <param name="Now">What stands there.</param>
/// <param name="Reason">Empty: it is not asked for.</param>
public sealed record AskRow(string Field, LocalText Name, LocalText Now, string Reason);

/// <param name="Sentences">What the applicant will read, where it is shown once more before it is recorded.</param>
public sealed record RefuseModel(CaseHead Head, IReadOnlyList<RefuseRow> Rows, IReadOnlyList<FilterChoice> Indicators, IReadOnlyList<string>? Sentences, FieldErrors Errors);

/// <param name="Kind">Its name in the record.</param>
/// <param name="TakesIndicator">It can speak of one indicator.</param>
public sealed record RefuseRow(string Kind, LocalText Name, bool TakesIndicator, bool IsPicked, string Indicator, string Text);

public sealed record ConflictModel(CaseHead Head, string Kind, string Reason, FieldErrors Errors);

/// <param name="Excluded">Rows that cannot be approved, and why.</param>
public sealed record BulkModel(
    IReadOnlyList<BulkRow> Rows, IReadOnlyList<BulkRow> Excluded, DecisionFieldsModel? Decision, string Note, FieldErrors Errors);

/// <param name="Text">The result of the scoring, or why not.</param>
public sealed record BulkRow(string Dossier, string Holder, LocalText Kind, string Place, LocalText Text, bool IsPicked, string Seen);

public sealed record BulkDoneModel(IReadOnlyList<BulkRow> Approved, IReadOnlyList<BulkRow> Refused, IReadOnlyList<BulkRow> Elsewhere);

public sealed record KeysModel(bool AreOn);
