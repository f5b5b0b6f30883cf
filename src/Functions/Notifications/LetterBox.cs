using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace TitleCertification.Functions.Notifications;

internal static class LetterBox
{
    /// <summary>As mail programs write it, with a host: the parser alone takes "nobody" for an address.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? address) =>
        MailboxAddress.TryParse(text ?? "", out address) && address.Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Address.Length - 1;
}
