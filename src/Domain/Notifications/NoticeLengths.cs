using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Notifications;

/// <summary>What messages may be at most, and whether they can become longer.</summary>
public static class NoticeLengths
{
    /// <summary>Characters; longer ones are cut by phones and some mail programs.</summary>
    public const int Subject = 100;

    /// <summary>Characters of a letter: reasons can be long, and are on the page that follows the application too.</summary>
    public const int Body = 20_000;

    private static readonly DateOnly Widest = new(2026, 12, 31);

    /// <summary>
    /// The text messages that can take more than so many segments where they are at their longest: with these addresses, this agency's dossier numbers and a
    /// register number of this issuer.
    /// </summary>
    /// <param name="worst">With the longest dossier number, register number and addresses there are.</param>
    /// <returns>One sentence each; empty when all fit.</returns>
    public static IReadOnlyList<string> TooLong(NoticeFacts worst, int segments, bool folded) =>
    [
        .. from kind in NoticeTexts.Kinds
           from language in LanguageCode.All
           let items = Enumerable.Repeat(new Applications.CorrectionItem("indicator:1.1", ""), 99).ToList()
           let sms = NoticeTexts.Of(kind, language, worst with { Due = Widest, Items = items }).Sms
           let taken = SmsText.Segments(folded ? SmsText.Fold(sms) : sms)
           where taken > segments
           select $"{kind} ({language}) takes {taken} segments, up to {segments} are allowed: {sms}",
    ];
}
