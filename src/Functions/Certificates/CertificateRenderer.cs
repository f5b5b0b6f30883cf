using System.IO.Compression;
using System.Text;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// Sets a certificate as one A4 page of PDF. The same content gives the same bytes, in every process and on every thread: a certificate that is
/// rendered again is the certificate that was issued. No state, no clock, no file: one instance serves everybody.
/// </summary>
public sealed class CertificateRenderer
{
    // sRGB by its primaries, white point and (nearly) its gamma, so that colours look the same everywhere without an ICC profile.
    private const string Colours =
        "[/CalRGB<</WhitePoint[0.9505 1 1.089]/Gamma[2.2 2.2 2.2]/Matrix[0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505]>>]";

    private static readonly string Size = FormattableString.Invariant($"[0 0 {Sheet.Width} {Sheet.Height}]");

    private readonly byte[] ornament = PdfFile.Deflate(Ornament.Draw(), CompressionLevel.SmallestSize);

    /// <summary>
    /// The characters of the text that no face of the certificate has, each once; empty when the text can be printed. Asked when an application
    /// is submitted, so that nobody is granted a title that cannot be written down. Spelling (NFC or NFD) and line breaks do not matter.
    /// </summary>
    public static IReadOnlyList<Rune> Unprintable(string text) =>
    [
        .. VietnameseText.Clean(text).EnumerateRunes()
            .Where(r => !(Face.Regular.Prints(r.Value) && Face.Italic.Prints(r.Value) && Face.SemiBold.Prints(r.Value)))
            .Distinct(),
    ];

    /// <summary>The certificate as PDF 1.7, marked as PDF/A-2u: fonts embedded, colours defined, every glyph mapped to its character.</summary>
    /// <exception cref="ArgumentException">A field holds characters that cannot be printed (<see cref="Unprintable"/>), is empty, or the address is not https.</exception>
    public byte[] Render(CertificateContent content)
    {
        var printed = Printed(content);
        if (content.VerificationAddress is not { IsAbsoluteUri: true, Scheme: "https" })
            throw new ArgumentException("The certificate cannot be printed: its verification address is not an https address.", nameof(content));
        var (operators, fonts) = new Sheet(printed).Draw();

        var file = new PdfFile();
        var catalog = file.Reserve();
        var pages = file.Reserve();
        var colours = file.Add(Colours);
        var border = file.AddStream(
            $"/Type/XObject/Subtype/Form/BBox{Size}/Filter/FlateDecode/Resources<</ColorSpace<</DefaultRGB {colours} 0 R>>>>", ornament);
        var named = string.Concat(fonts.Select(f => $"/{f.Key} {f.Value.AddTo(file)} 0 R"));
        var contents = file.AddDeflated("", operators);
        var page = file.Add(
            $"<</Type/Page/Parent {pages} 0 R/MediaBox{Size}/Contents {contents} 0 R/Resources<</ColorSpace<</DefaultRGB {colours} 0 R>>/XObject<</{Ornament.Name} {border} 0 R>>/Font<<{named}>>>>>>");
        file.Set(pages, $"<</Type/Pages/Count 1/Kids[{page} 0 R]>>");

        // Title and register number only: what a file manager or a search engine shows names nobody. Dated with the certificate, not with the rendering.
        var title = $"Giấy chứng nhận {printed.RegisterNumber}";
        var metadata = file.AddStream("/Type/Metadata/Subtype/XML", Metadata.Xmp(title, content.IssuedOn));
        file.Set(
            catalog,
            $"<</Type/Catalog/Pages {pages} 0 R/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata} 0 R>>");
        return file.ToBytes(catalog, file.Add(Metadata.Information(title, content.IssuedOn)));
    }

    /// <summary>The content as it goes on paper: every field one line of composed text.</summary>
    private static CertificateContent Printed(CertificateContent content) => content with
    {
        IssuingBody = Line(content.IssuingBody, nameof(content.IssuingBody)),
        IssuerCapacity = Line(content.IssuerCapacity, nameof(content.IssuerCapacity)),
        Heading = Line(content.Heading, nameof(content.Heading)),
        Certifies = Line(content.Certifies, nameof(content.Certifies)),
        AddressLabel = Line(content.AddressLabel, nameof(content.AddressLabel)),
        Awards = Line(content.Awards, nameof(content.Awards)),
        HolderPrefix = Line(content.HolderPrefix, nameof(content.HolderPrefix), mayBeEmpty: true),
        HolderName = Line(content.HolderName, nameof(content.HolderName)),
        HolderAddress = Line(content.HolderAddress, nameof(content.HolderAddress)),
        TitleName = Line(content.TitleName, nameof(content.TitleName)),
        Standing = Line(content.Standing, nameof(content.Standing)),
        DecisionNumber = Line(content.DecisionNumber, nameof(content.DecisionNumber)),
        RegisterNumber = Line(content.RegisterNumber, nameof(content.RegisterNumber)),
        Place = Line(content.Place, nameof(content.Place)),
        SignatoryCapacity = [.. content.SignatoryCapacity.Select(l => Line(l, nameof(content.SignatoryCapacity)))],
        SignatoryName = Line(content.SignatoryName, nameof(content.SignatoryName)),
    };

    private static string Line(string text, string field, bool mayBeEmpty = false)
    {
        var line = VietnameseText.Clean(text);
        if (line.Length == 0 && !mayBeEmpty)
            throw new ArgumentException($"The certificate cannot be printed: {field} is empty.", field);
        if (Unprintable(line) is { Count: > 0 } runes)
            throw new ArgumentException(
                $"The certificate cannot be printed: {field} holds {string.Join(", ", runes.Select(r => $"U+{r.Value:X4}"))}, which its typeface does not have.", field);
        return line;
    }
}
