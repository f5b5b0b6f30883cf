using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Portal.Pages.Track;

/// <param name="Dossier">As typed. The digits are never shown again.</param>
public sealed record TrackModel(string Dossier, FieldErrors Errors);

/// <param name="Headline">Where the case stands, in one sentence.</param>
/// <param name="Holding">Who has it now; null when nobody has.</param>
/// <param name="Due">Until when, in words.</param>
/// <param name="MayApplyAgain">It is over, without a title.</param>
/// <param name="Reasons">Why it was refused, in the reviewer's words.</param>
public sealed record CaseModel(
    CaseSummary Case, LocalText Headline, LocalText? Holding, LocalText? Due, IReadOnlyList<CaseStep> Steps, bool CanCorrect, bool CanWithdraw, bool MayApplyAgain,
    string? Certificate, IReadOnlyList<string> Reasons);

/// <param name="Helper">The officer who has filed for the applicant, and since when he may.</param>
public sealed record CaseSummary(string Dossier, LocalText Title, string Holder, string Unit, int Year, string Representative, DateOnly SubmittedOn, LocalText Score,
    IReadOnlyList<FileRow> Files, RulesOfCase Rules, LocalText? Helper = null);

/// <summary>By which criteria a case is judged, on what ground and how certain it is.</summary>
/// <param name="IsToday">The edition of the rule book that the case keeps is the one whose pages can be read.</param>
public sealed record RulesOfCase(string Set, LocalText Name, LegalBasis Basis, bool IsToday);

public sealed record CaseStep(LocalText Name, LocalText? Detail, StepPlace Place);

public enum StepPlace
{
    Past,
    Now,
    Ahead,
}

/// <param name="Items">What was asked for, and nothing else.</param>
public sealed record CorrectModel(string Dossier, LocalText Due, IReadOnlyList<CorrectItem> Items, UploadModel Upload, FieldErrors Errors);

/// <param name="Field">Prefix of the names of the item's fields.</param>
/// <param name="Indicator">Null where the item is a text of the application.</param>
/// <param name="Text">What stands there now, or what was typed just now.</param>
public sealed record CorrectItem(string Field, LocalText Name, string Reason, IndicatorQuestion? Indicator, string? Text)
{
    /// <summary>Null where no files can be brought.</summary>
    public FilesQuestion? Files { get; init; }

    /// <summary>The files that stand there now.</summary>
    public IReadOnlyList<FileRow> Before { get; init; } = [];
}

public sealed record WithdrawModel(string Dossier, string Reason, FieldErrors Errors);

/// <param name="Qr">Leads to the tracking page; holds no personal data.</param>
public sealed record ReceiptModel(CaseSummary Case, string TrackAddress, QrPicture Qr, bool JustFiled);

/// <param name="Withdrawn">Code of the purpose whose consent was taken back just now.</param>
public sealed record ConsentsModel(string Dossier, IReadOnlyList<GivenConsent> Consents, string? Withdrawn);

/// <param name="Words">As they were read when the answer was given.</param>
/// <param name="Optional">False where the law itself demands the use of the data: there is nothing to take back.</param>
public sealed record GivenConsent(string Purpose, LocalText Words, bool Given, bool Optional);

public sealed record DataModel(string Dossier);
