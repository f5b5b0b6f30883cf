namespace TitleCertification.Portal.Pages.Mailbox;

/// <param name="Mails">The newest first.</param>
/// <param name="Site">What addresses of this service begin with, as they are sent; here they lead to this machine.</param>
public sealed record MailboxModel(IReadOnlyList<MailModel> Mails, string Site)
{
    public string Here(string address) => address.StartsWith(Site, StringComparison.Ordinal) ? "/" + address[Site.Length..].TrimStart('/') : address;
}

/// <param name="To">Letter boxes or a phone number; empty for an office without one.</param>
/// <param name="Sms">The segments it takes as a text message; null for a letter.</param>
/// <param name="Language">Of the text: "vi" or "en".</param>
/// <param name="Paragraphs">Their lines.</param>
public sealed record MailModel(string To, DateTimeOffset At, int? Sms, string Language, string Subject, IReadOnlyList<IReadOnlyList<string>> Paragraphs);
