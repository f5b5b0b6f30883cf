using System.Text;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Notifications;

/// <summary>
/// Lengths of text messages (3GPP TS 23.038 and 23.040): 160 characters of the GSM alphabet in one segment, 153 in each of several; with any other character, and so
/// with any Vietnamese diacritic beyond à è é ì ò ù, 70 and 67 units of UCS-2.
/// </summary>
public static class SmsText
{
    private const string Gsm =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Each of these takes an escape before it.
    private const string GsmExtended = "\f^{}\\[~]|€";

    public static int Segments(string text)
    {
        if (text.Length == 0)
            return 0;
        if (!text.All(c => Gsm.Contains(c, StringComparison.Ordinal) || GsmExtended.Contains(c, StringComparison.Ordinal)))
            return Count(text.Length, 70, 67);
        return Count(text.Sum(c => GsmExtended.Contains(c, StringComparison.Ordinal) ? 2 : 1), 160, 153);
    }

    /// <summary>Without diacritics and typographic signs, so that it fits the GSM alphabet: what gateways without Unicode need, at less than half the segments.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in VietnameseText.WithoutMarks(text))
            folded.Append(c switch
            {
                '“' or '”' or '„' or '«' or '»' => "\"",
                '‘' or '’' => "'",
                '–' or '—' => "-",
                '…' => "...",
                '·' or '•' => "-",
                '\u00A0' => " ",
                _ when Gsm.Contains(c, StringComparison.Ordinal) => c.ToString(),
                _ => "?",
            });
        return folded.ToString();
    }

    /// <summary>At most so many characters, cut at a word where one ends near.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var space = text.LastIndexOf(' ', longest - 1);
        var end = space > longest / 2 ? space : longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd(' ', ',', ';') + "…";
    }

    private static int Count(int length, int one, int several) => length <= one ? 1 : (length + several - 1) / several;
}
