using TitleCertification.Functions.Certificates;

namespace TitleCertification.Functions.RuleBook;

/// <summary>Words of the rule book that would go on a certificate and cannot be printed.</summary>
internal static class PrintableRules
{
    internal static IEnumerable<string> Errors(Domain.RuleBook.RuleBook book) =>
        from text in Texts(book)
        let characters = CertificateText.Unprintable(text.Text)
        where characters.Length > 0
        select $"{text.Where}: \"{text.Text}\" holds {characters}, which the typeface of certificates does not have.";

    private static IEnumerable<(string Where, string Text)> Texts(Domain.RuleBook.RuleBook book) =>
    [
        .. book.Wordings.SelectMany(wording => wording.Texts.Select(text => ($"wording {wording.Id}", text))),
        .. book.CriteriaSets.Values.SelectMany(set => set.Bands.Select(band => ($"set {set.Id}, band {band.Code}", band.Name.Vi))),
    ];
}
