using CsCheck;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Tests.Text;

public sealed class VietnameseTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.String["aAăđĐðÐuUơƯeêỆ \t\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323\u0327\u202E\uD83D\uDE00-."]);

    [Fact]
    public void ToNfc_EveryDecomposedLetter_IsTheLetterOfUnicode()
    {
        Assert.Equal(132, UnicodeDecompositions.All.Length);
        Assert.All(UnicodeDecompositions.All, pair => Assert.Equal(pair[..1], VietnameseText.ToNfc(pair[1..])));
    }

    [Fact]
    public void Fold_EveryLetter_IsItsPlainLowerCaseLetter() =>
        Assert.All(UnicodeDecompositions.All, pair => Assert.Equal(char.ToLowerInvariant(pair[1]).ToString(), VietnameseText.Fold(pair[..1])));

    [Theory]
    [InlineData("Lie\u0302\u0303u \u0110e\u0302\u0300", "Liễu Đề")]
    [InlineData("\u1EA1\u0302", "ậ")] // dot first, shape after
    [InlineData("\u00E2\u0323", "ậ")] // shape first, dot after
    [InlineData("o\u0323\u031B", "ợ")]
    [InlineData("\u01A1\u0341", "ớ")] // the deprecated twin of the acute
    [InlineData("e\u0301\u0302", "é\u0302")] // acute before circumflex is another text in Unicode, and stays so
    [InlineData("a\u0307\u0301", "a\u0307\u0301")] // the dot above blocks the acute
    [InlineData("a\u0307\u0323", "ạ\u0307")] // but not the dot below
    [InlineData("n\u0303", "n\u0303")] // not a letter of Vietnamese
    [InlineData("\u0301", "\u0301")]
    [InlineData("", "")]
    public void ToNfc_Marks_ComposeAsUnicodeSays(string text, string composed) => Assert.Equal(composed, VietnameseText.ToNfc(text));

    [Theory]
    [InlineData("  Trường \t\r\n THCS\u00A0Nghĩa  Hưng ", "Trường THCS Nghĩa Hưng")]
    [InlineData("Nguyễn\u0000 Văn\u200B A\u202E", "Nguyễn Văn A")]
    [InlineData("\uFEFFÐinh ðức", "Đinh đức")]
    [InlineData("a\uD800b", "ab")]
    [InlineData("\u0000\u200B", "")]
    [InlineData(null, "")]
    public void Clean_PastedText_IsOneComposedLine(string? text, string clean) => Assert.Equal(clean, VietnameseText.Clean(text));

    [Theory]
    [InlineData("Thị trấn Liễu Đề", "thi tran lieu de")]
    [InlineData("LIE\u0302\u0303U  \u0110E\u0302\u0300", "lieu de")]
    [InlineData("Ðặng", "dang")]
    public void Fold_Name_IsWhatPeopleTypeInASearchBox(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));

    [Theory]
    [InlineData("Liễu Đề", "lieu-de", "lieeux-ddeef")]
    [InlineData("Trực Hưng", "truc-hung", "truwcj-huwng")]
    [InlineData("Trực Hùng", "truc-hung", "truwcj-hungf")]
    [InlineData(" Ý Yên / 2. ", "y-yen-2", "ys-yeen-2")]
    [InlineData("…", "", "")]
    public void Slug_Name_IsAsciiAndTelexKeepsTones(string name, string slug, string telex)
    {
        Assert.Equal(slug, VietnameseText.Slug(name));
        Assert.Equal(telex, VietnameseText.TelexSlug(name));
    }

    [Fact]
    public void Clean_AnyText_IsIdempotentSingleLineAndFoldsTheSame() => AnyText.Sample(text =>
    {
        var clean = VietnameseText.Clean(text);
        return VietnameseText.Clean(clean) == clean
            && clean == clean.Trim() && !clean.Any(char.IsControl) && !clean.Contains("  ", StringComparison.Ordinal)
            && VietnameseText.Fold(clean) == VietnameseText.Fold(text);
    });

    [Fact]
    public void Slugs_OfAnyText_HoldLowerCaseLettersDigitsAndHyphensOnly() => AnyText.Sample(text =>
        (VietnameseText.Slug(text) + VietnameseText.TelexSlug(text)).All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));

    [Fact]
    public void ToNfc_OfAnyDecomposedVietnameseText_IsTheComposedText() =>
        Gen.OneOf<string>(UnicodeDecompositions.All).List[0, 12].Sample(letters =>
            VietnameseText.ToNfc(string.Concat(letters.Select(pair => pair[1..]))) == string.Concat(letters.Select(pair => pair[..1])));
}
