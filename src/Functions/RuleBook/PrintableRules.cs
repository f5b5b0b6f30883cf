using TitleCertification.Functions.Certificates;

namespace TitleCertification.Functions.RuleBook;

/// <summary>Words of the rule book that would go on a certificate and cannot be printed.</summary>
internal static class PrintableRules
{
    internal static IEnumerable<string> Errors(Domain.RuleBook.RuleBook book) =>
        from text in Texts(book)
        let characters = CertificateText.Unprintable(text.Text)
        where characters.Length > 0
        select $"{book.FileOf(text.Id)}: {text.Entry}: \"{text.Text}\" holds {characters}, which the typeface of certificates does not have.";

    private static IEnumerable<(string Id, string Entry, string Text)> Texts(Domain.RuleBook.RuleBook book) =>
    [
        .. book.Wordings.SelectMany(wording => wording.Texts.Select(text => (wording.Id, "wording", text))),
        .. book.CriteriaSets.Values.SelectMany(set => set.Bands.Select(band => (set.Id, $"set, band {band.Code}", band.Name.Vi))),
        .. book.CriteriaSets.Values.SelectMany(set => set.AwardLevels.Select(level => (set.Id, $"set, level {level.Code}", level.Name.Vi))),
    ];
}
