using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Certificates;

namespace TitleCertification.Functions.RuleBook;

/// <summary>Words of the rule book that would go on a certificate and cannot be printed.</summary>
internal static class PrintableRules
{
    internal static IEnumerable<LocalText> Errors(Domain.RuleBook.RuleBook book)
    {
        foreach (var text in Texts(book))
            if (CertificateText.Unprintable(text.Text) is { Length: > 0 } characters)
                yield return text.Entry.In(book.FileOf(text.Id)).Error(
                    $"\"{text.Text}\" có {characters}, phông chữ của giấy chứng nhận không có.", $"\"{text.Text}\" holds {characters}, which the typeface of certificates does not have.");
    }

    private static IEnumerable<Printed> Texts(Domain.RuleBook.RuleBook book) =>
    [
        .. book.Wordings.SelectMany(wording => wording.Texts.Select(text => new Printed(wording.Id, Place.Wording, text))),
        .. book.CriteriaSets.Values.SelectMany(set => set.Bands.Select(band => new Printed(set.Id, Place.Set.With(Place.Band.Named(band.Code)), band.Name.Vi))),
        .. book.CriteriaSets.Values.SelectMany(set => set.AwardLevels.Select(level => new Printed(set.Id, Place.Set.With(Place.AwardLevel.Named(level.Code)), level.Name.Vi))),
    ];

    private sealed record Printed(string Id, Place Entry, string Text);
}
