using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Certificates;

namespace TitleCertification.Functions.RuleBook;

/// <summary>Words of the rule book that would go on a certificate and cannot be printed.</summary>
internal static class PrintableRules
{
    internal static IEnumerable<LocalText> Errors(Domain.RuleBook.RuleBook book) =>
        from text in Texts(book)
        let characters = CertificateText.Unprintable(text.Text)
        where characters.Length > 0
        select text.Entry.In(book.FileOf(text.Id)).Error(
            $"\"{text.Text}\" có {characters}, phông chữ của giấy chứng nhận không có.", $"\"{text.Text}\" holds {characters}, which the typeface of certificates does not have.");

    private static IEnumerable<(string Id, Place Entry, string Text)> Texts(Domain.RuleBook.RuleBook book) =>
    [
        .. book.Wordings.SelectMany(wording => wording.Texts.Select(text => (wording.Id, Place.Wording, text))),
        .. book.CriteriaSets.Values.SelectMany(set => set.Bands.Select(band => (set.Id, Place.Set.With(Place.Band.Named(band.Code)), band.Name.Vi))),
        .. book.CriteriaSets.Values.SelectMany(set => set.AwardLevels.Select(level => (set.Id, Place.Set.With(Place.AwardLevel.Named(level.Code)), level.Name.Vi))),
    ];
}
