using TitleCertification.Functions.RuleBook;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.RuleBook;

public sealed class PrintableRulesTests
{
    [Theory]
    [InlineData("wording/family.json", "đạt danh hiệu", "wording")]
    [InlineData("criteria/dvht-tt22-2020.json", "Tốt", "set, band TOT")]
    [InlineData("criteria/dvht-tt24-2023.json", "Mức độ 1", "set, level MUC_DO_1")]
    public void Errors_LetterThatTheTypefaceLacks_NamesFileEntryAndReason(string file, string text, string entry)
    {
        using var book = new RuleBookCopy(sample: false);
        var spoilt = Path.Combine(book.Path, file);
        File.WriteAllText(spoilt, File.ReadAllText(spoilt).Replace($"\"{text}\"", $"\"{text} 漢\"", StringComparison.Ordinal));

        var thrown = Assert.Throws<Domain.RuleBook.RuleBookException>(() => Rules.Read(book.Path));

        var error = Assert.Single(thrown.Errors);
        Assert.Equal($"{file}: {entry}: \"{text} 漢\" holds 漢, which the typeface of certificates does not have.", error.En);
        Assert.Equal($"\"{text} 漢\" có 漢, phông chữ của giấy chứng nhận không có.", error.Vi[error.Vi.IndexOf('"', StringComparison.Ordinal)..]);
    }
}
