using SkiaSharp;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Tests.Certificates;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Evidence;

/// <summary>What honest people send is taken.</summary>
public class GoodFilesTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, true)]
    public async Task Examine_PhotoWithOrientation_IsUpright(int orientation, bool turned)
    {
        var accepted = await Examining.AcceptAsync(Pictures.JpegWithExif(orientation));

        using var image = SKBitmap.Decode(accepted.Content.ToArray());
        Assert.Equal(turned ? (300, 400) : (400, 300), (image.Width, image.Height));
        // Where the green corner (upper left as stored) belongs, by the definition of the EXIF tag.
        var (right, bottom) = orientation switch { 1 or 5 => (false, false), 2 or 6 => (true, false), 3 or 7 => (true, true), _ => (false, true) };
        var corner = image.GetPixel(right ? image.Width - 10 : 10, bottom ? image.Height - 10 : 10);
        Assert.True(corner is { Green: > 200, Red: < 80, Blue: < 80 }, $"{corner} in orientation {orientation}");
    }

    [Fact]
    public async Task Examine_PngAndWebP_BecomeJpegsOfTheSameSize()
    {
        foreach (var content in new[] { Pictures.Jpeg(), Pictures.Png(), Pictures.WebP() })
        {
            var accepted = await Examining.AcceptAsync(content);

            Assert.Equal(("image/jpeg", ".jpg", false), (accepted.Type, accepted.Ending, accepted.Scanned));
            using var image = SKBitmap.Decode(accepted.Content.ToArray());
            Assert.Equal((400, 300), (image.Width, image.Height));
            Assert.True(image.GetPixel(350, 150) is { Blue: > 200, Red: < 80 });
        }
    }

    [Fact]
    public async Task Examine_TransparentPng_StandsOnWhite()
    {
        using var bitmap = new SKBitmap(50, 50, SKColorType.Rgba8888, SKAlphaType.Premul);
        bitmap.Erase(SKColors.Transparent);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        using var image = SKBitmap.Decode((await Examining.AcceptAsync(png.ToArray())).Content.ToArray());

        Assert.True(image.GetPixel(25, 25) is { Red: > 250, Green: > 250, Blue: > 250 });
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 8000, 6000, 3000, 2250)]
    [InlineData(SKEncodedImageFormat.Png, 1080, 2400, 1080, 2400)]
    [InlineData(SKEncodedImageFormat.Png, 4960, 7016, 2120, 3000)]
    [InlineData(SKEncodedImageFormat.Webp, 4000, 3000, 3000, 2250)]
    [InlineData(SKEncodedImageFormat.Jpeg, 1, 1, 1, 1)]
    [InlineData(SKEncodedImageFormat.Png, 1, 5000, 1, 3000)]
    public async Task Examine_LargeImage_IsScaledDown(SKEncodedImageFormat format, int width, int height, int keptWidth, int keptHeight)
    {
        var accepted = await Examining.AcceptAsync(Pictures.Encode(format, width, height));

        using var image = SKBitmap.Decode(accepted.Content.ToArray());
        Assert.Equal((keptWidth, keptHeight), (image.Width, image.Height));
    }

    [Fact]
    public async Task Examine_OurOwnCertificate_IsKeptByteForByte()
    {
        var certificate = new CertificateRenderer().Render(Printed.Content);

        var accepted = await Examining.AcceptAsync(certificate);

        Assert.Equal(("application/pdf", ".pdf"), (accepted.Type, accepted.Ending));
        Assert.True(accepted.Content.Span.SequenceEqual(certificate));
    }

    public static TheoryData<string, string> GoodCatalogs => new()
    {
        { "opens at a page", "<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>" },
        { "goes to a page", "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /GoTo /D [3 0 R /Fit] >> >>" },
        { "has a form", "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /SigFlags 3 >> >>" },
        { "has structure", "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot << /Type /StructTreeRoot /K << /S /P >> >> >>" },
    };

    [Theory]
    [MemberData(nameof(GoodCatalogs))]
    public async Task Examine_PdfThatDoesNothingByItself_IsTaken(string name, string catalog)
    {
        Assert.NotEmpty(name);
        await Examining.AcceptAsync(Pdfs.Of(catalog));
    }

    [Fact]
    public async Task Examine_PdfWithLinksAndRevisions_IsTaken()
    {
        var pdf = Pdfs.Of("<< /Type /Catalog /Pages 2 0 R >>", others: [Pdfs.Bytes("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://chinhphu.vn) >> >>")]);
        // Signing appends a revision: the file has two ends then.
        var place = pdf.Length;
        byte[] revised = [.. pdf, .. Pdfs.Bytes($"1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>\nendobj\nxref\n1 1\n{place:D10} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {pdf.AsSpan().LastIndexOf("xref\n0"u8)} >>\nstartxref\n{place + 61}\n%%EOF\n")];
        revised = Fixed(revised, place);

        await Examining.AcceptAsync(pdf);
        await Examining.AcceptAsync(revised);
    }

    // The place of the new table, found rather than counted.
    private static byte[] Fixed(byte[] revised, int from)
    {
        var table = from + revised.AsSpan(from).IndexOf("xref\n1 1"u8);
        var start = revised.AsSpan().LastIndexOf("startxref"u8);
        return [.. revised[..start], .. Pdfs.Bytes($"startxref\n{table}\n%%EOF\n")];
    }
}
