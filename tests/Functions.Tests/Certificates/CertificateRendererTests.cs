using System.Text;
using TitleCertification.Functions.Certificates;
using static TitleCertification.Functions.Tests.Certificates.Printed;

namespace TitleCertification.Functions.Tests.Certificates;

public sealed class CertificateRendererTests
{
    private static readonly CertificateRenderer Renderer = new();

    [Theory]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    [InlineData("Độc lập - Tự do - Hạnh phúc")]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH")]
    [InlineData("GIẤY CHỨNG NHẬN")]
    [InlineData("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH")]
    [InlineData("Đơn vị: Trường Trung học cơ sở Nghĩa Hưng")]
    [InlineData("Địa chỉ: Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định")]
    [InlineData("ĐƠN VỊ HỌC TẬP")]
    [InlineData("Xếp loại: Tốt – Năm 2024")]
    [InlineData("Quyết định số 1234/QĐ-UBND")]
    [InlineData("ngày 15 tháng 5 năm 2025")]
    [InlineData("Số vào sổ: DVHT-14215-2024-00042")]
    [InlineData("Nam Định, ngày 20 tháng 5 năm 2025")]
    [InlineData("PHÓ CHỦ TỊCH")]
    [InlineData("Nguyễn Phượng Ễnh")]
    public void Render_Content_CanBeReadBackWithEveryToneMark(string text)
    {
        var read = Read(Renderer.Render(Content), (_, page) => string.Concat(page.Letters.Select(l => l.Value)));

        Assert.Contains(text, read, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OtherWords_PrintsThoseOfTheRuleBook()
    {
        var text = Text(Renderer.Render(Content with { Heading = "GIẤY CÔNG NHẬN", Certifies = "công nhận", AddressLabel = "Ở:", Awards = "là", Standing = "Mức độ 1 – Năm 2024" }));

        Assert.Contains("GIẤYCÔNGNHẬN", text, StringComparison.Ordinal);
        Assert.Contains("Mứcđộ1–Năm2024", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xếploại", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Địachỉ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 2, "05 tháng 02 năm 2026")]
    [InlineData(31, 12, "31 tháng 12 năm 2026")]
    [InlineData(9, 3, "09 tháng 3 năm 2026")]
    public void Render_Dates_AreZeroFilledAsDecree30Asks(int day, int month, string expected) =>
        Assert.Contains(Close($"Nam Định, ngày {expected}"), Text(Renderer.Render(Content with { IssuedOn = new(2026, month, day) })), StringComparison.Ordinal);

    [Fact]
    public void Render_Content_IsOnePageA4Landscape()
    {
        var (pages, width, height) = Read(Renderer.Render(Content), (document, page) => (document.NumberOfPages, page.Width, page.Height));

        Assert.Equal(1, pages);
        Assert.Equal(297, width / 72 * 25.4, 0.01);
        Assert.Equal(210, height / 72 * 25.4, 0.01);
    }

    [Fact]
    public void Render_SameContentOnManyThreads_GivesTheSameBytes()
    {
        var first = new CertificateRenderer().Render(Content);
        var others = new byte[64][];

        Parallel.For(0, others.Length, i => others[i] = Renderer.Render(Content with { }));

        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Fact]
    public void Render_OtherContent_GivesOtherBytes() =>
        Assert.NotEqual(Renderer.Render(Content), Renderer.Render(Content with { VerificationAddress = new Uri("https://hoctap.example.vn/kiem-tra/2") }));

    [Fact]
    public void Render_Metadata_NamesTheRegisterNumberAndNobody()
    {
        var pdf = Renderer.Render(Content);

        Read(pdf, (document, _) =>
        {
            Assert.Equal("Giấy chứng nhận DVHT-14215-2024-00042", document.Information.Title);
            Assert.Equal("D:20250520000000+07'00'", document.Information.CreationDate);
            Assert.Equal("D:20250520000000+07'00'", document.Information.ModifiedDate);
            Assert.Null(document.Information.Author);
            Assert.Null(document.Information.Subject);
            Assert.Null(document.Information.Keywords);
            Assert.True(document.TryGetXmpMetadata(out var xmp));
            var description = xmp.GetXDocument().ToString();
            Assert.Contains("DVHT-14215-2024-00042", description, StringComparison.Ordinal);
            Assert.DoesNotContain(Content.HolderName, description, StringComparison.Ordinal);
            return 0;
        });
        Assert.DoesNotContain(Content.HolderName, Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Content.HolderName)), Encoding.ASCII.GetString(pdf), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Render_SampleMark_IsPrintedInBothLanguagesOnlyOnSamples(bool sample)
    {
        var text = Text(Renderer.Render(Content with { IsSample = sample }));

        Assert.Equal(sample, text.Contains(Close(SampleMark.Vietnamese), StringComparison.Ordinal));
        Assert.Equal(sample, text.Contains(Close(SampleMark.English), StringComparison.Ordinal));
    }

    [Fact]
    public void Render_DecomposedName_GivesTheBytesOfTheComposedOne()
    {
        // "Trường Liễu Đề" as a Mac types it, the marks of one letter once in the other order.
        var decomposed = Content with { HolderName = "Tru\u031Bo\u031B\u0300ng Lie\u0302\u0303u \u0110e\u0302\u0300 H\u006F\u0323\u0302p" };

        Assert.Equal(Renderer.Render(Content with { HolderName = "Trường Liễu Đề Hộp" }), Renderer.Render(decomposed));
    }

    [Fact]
    public void Render_LineBreaksAndControlCharacters_CountAsSpacesOrNothing()
    {
        var untidy = Content with { HolderName = "\tTrường\r\nTrung \u0000học \u200B cơ\u00A0sở\u2028Nghĩa\u202E Hưng\n" };

        Assert.Equal(Renderer.Render(Content), Renderer.Render(untidy));
    }

    [Fact]
    public void Render_UnprintableName_IsRefusedWithFieldAndCharacter()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Renderer.Render(Content with { HolderName = "Trường 学校" }));

        Assert.Equal(nameof(Content.HolderName), refusal.ParamName);
        Assert.Contains("U+5B66, U+6821", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://hoctap.example.vn/1")]
    [InlineData("/kiem-tra/1")]
    public void Render_AddressThatIsNotHttps_IsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => Renderer.Render(Content with { VerificationAddress = new Uri(address, UriKind.RelativeOrAbsolute) }));

    [Fact]
    public void Render_EmptyField_IsRefusedByName() =>
        Assert.Equal(nameof(Content.SignatoryName), Assert.Throws<ArgumentException>(() => Renderer.Render(Content with { SignatoryName = " \n" })).ParamName);

    [Theory]
    [InlineData("Trường Trung học cơ sở Nghĩa Hưng", "")]
    [InlineData("Đo\u031B\u0300i & “Gia đình” (số 5/7) – №1", "")]
    [InlineData("H’Hen Niê Êban Čư Ñuôl ŏ ĭ", "")]
    [InlineData("Lớp 学 😀 học 学", "学😀")]
    [InlineData("a\u0302\u0302", "\u0302")]
    [InlineData("\u00D0o\u031B\u0300i", "")]
    public void Unprintable_Text_NamesWhatNoFaceHas(string text, string expected) =>
        Assert.Equal(expected, string.Concat(CertificateRenderer.Unprintable(text)));

    [Fact]
    public void Face_EveryVietnameseLetter_HasAGlyphOfItsOwnInEachFace()
    {
        const string letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵbcdđghklmnpqrstvxfjwz";
        var both = letters + letters.ToUpperInvariant();

        foreach (var face in new[] { Face.Regular, Face.Italic, Face.SemiBold })
        {
            Assert.All(both, letter => Assert.True(face.Prints(letter) && face.Advance(letter) > 0, $"{face.PostScriptName} lacks {letter}"));
            Assert.Equal(both.Length, both.Select(face.Glyph).Distinct().Count());
        }
    }
}
