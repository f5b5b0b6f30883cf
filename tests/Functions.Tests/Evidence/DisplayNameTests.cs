using CsCheck;
using TitleCertification.Functions.Evidence.Examination;

namespace TitleCertification.Functions.Tests.Evidence;

public class DisplayNameTests
{
    [Theory]
    [InlineData("Kế hoạch năm 2024.pdf", ".pdf", "Kế hoạch năm 2024.pdf")]
    [InlineData("anh.php.jpg", ".jpg", "anh.jpg")]
    [InlineData("hoa-don.pdf.exe", ".pdf", "hoa-don.pdf")]
    [InlineData("../../../etc/passwd", ".jpg", "passwd.jpg")]
    [InlineData(@"C:\Users\An\Ảnh.JPEG", ".jpg", "Ảnh.jpg")]
    [InlineData("anh\u202Egpj.exe", ".jpg", "anhgpj.jpg")]
    [InlineData("a\0b\r\nc.png", ".jpg", "ab c.jpg")]
    [InlineData("Ảnh.png", ".jpg", "Ảnh.jpg")]
    [InlineData("<img src=x onerror=alert(1)>.png", ".jpg", "_img src=x onerror=alert(1)_.jpg")]
    [InlineData("12.2024", ".pdf", "12.2024.pdf")]
    [InlineData("...", ".pdf", "minh-chung.pdf")]
    [InlineData(".htaccess", ".pdf", "htaccess.pdf")]
    [InlineData("", ".pdf", "minh-chung.pdf")]
    [InlineData(null, ".pdf", "minh-chung.pdf")]
    public void Of_Name_IsFitToBeShown(string? given, string ending, string shown) => Assert.Equal(shown, DisplayName.Of(given, ending));

    [Fact]
    public void Of_AnyName_HasNoPathNoControlAndItsEnding() => Gen.String.Sample(given =>
    {
        var shown = DisplayName.Of(given, ".jpg");

        Assert.EndsWith(".jpg", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 5, 104);
        Assert.DoesNotContain(shown, c => c is '/' or '\\' or '<' or '>' or '"' || char.IsControl(c));
    });

    [Fact]
    public void Of_LongName_IsCutBetweenCharacters()
    {
        var shown = DisplayName.Of(string.Concat(Enumerable.Repeat("a😀", 60)), ".pdf");

        Assert.InRange(shown.Length, 100, 104);
        Assert.DoesNotContain('\uFFFD', new string([.. shown.EnumerateRunes().SelectMany(rune => rune.ToString())]));
    }
}
