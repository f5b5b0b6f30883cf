using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Notifications;

/// <summary>Everything a text may speak of. What a kind does not need may be missing.</summary>
/// <param name="Office">The body that holds the case, or held it.</param>
/// <param name="Due">The day until which the office decides, or the applicant answers.</param>
/// <param name="Register">Register number of the certificate.</param>
/// <param name="Track">Where anybody with the dossier number and his phone follows the case. Nothing of the case is in it.</param>
/// <param name="Decree">What ended the body that had the case before; null where that was not the reason.</param>
public sealed record NoticeFacts(
    DossierNumber Dossier, LocalText Title, string Holder, string Office, Uri Track, DateOnly? Due = null, IReadOnlyList<CorrectionItem>? Items = null,
    IReadOnlyList<string>? Reasons = null, string? Register = null, Uri? Verify = null, string? Decree = null);

/// <summary>A message in one language, for a letter box and for a phone.</summary>
public sealed record NoticeText(string Subject, string Body, string Sms);
