using System.Text;
using SkiaSharp;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// Sets a certificate as one A4 page of PDF. The same content gives the same bytes, in every process and on every thread: a certificate that is
/// rendered again is the certificate that was issued. No state, no clock, no file: one instance serves everybody.
/// </summary>
public sealed class CertificateRenderer
{
    private readonly SKPicture ornament = Ornament.Record();

    /// <summary>
    /// The characters of the text that no face of the certificate has, each once; empty when the text can be printed. Asked when an application
    /// is submitted, so that nobody is granted a title that cannot be written down. Spelling (NFC or NFD) and line breaks do not matter.
    /// </summary>
    public static IReadOnlyList<Rune> Unprintable(string text) =>
    [
        .. LatinText.SingleLine(text).EnumerateRunes()
            .Where(r => !(Face.Regular.Prints(r.Value) && Face.Italic.Prints(r.Value) && Face.SemiBold.Prints(r.Value)))
            .Distinct(),
    ];

    /// <summary>The certificate as PDF 1.4.</summary>
    /// <exception cref="ArgumentException">A field holds characters that cannot be printed (<see cref="Unprintable"/>), or is empty.</exception>
    public byte[] Render(CertificateContent content)
    {
        var printed = Printed(content);
        var day = new DateTime(content.IssuedOn, TimeOnly.MinValue, DateTimeKind.Utc);
        // Title and register number only: what a file manager or a search engine shows names nobody.
        var metadata = SKDocumentPdfMetadata.Default;
        metadata.Title = $"Giấy chứng nhận {printed.RegisterNumber}";
        metadata.Creation = day;
        metadata.Modified = day;

        using var buffer = new SKDynamicMemoryWStream();
        using (var document = SKDocument.CreatePdf(buffer, metadata))
        {
            var canvas = document.BeginPage(Sheet.Width, Sheet.Height);
            new Sheet(canvas, printed).Draw(ornament);
            document.EndPage();
            document.Close();
        }

        using var data = buffer.DetachAsData();
        return data.ToArray();
    }

    /// <summary>The content as it goes on paper: every field one line of composed text.</summary>
    private static CertificateContent Printed(CertificateContent content) => content with
    {
        IssuingBody = Line(content.IssuingBody, nameof(content.IssuingBody)),
        IssuerCapacity = Line(content.IssuerCapacity, nameof(content.IssuerCapacity)),
        HolderPrefix = Line(content.HolderPrefix, nameof(content.HolderPrefix), mayBeEmpty: true),
        HolderName = Line(content.HolderName, nameof(content.HolderName)),
        HolderAddress = Line(content.HolderAddress, nameof(content.HolderAddress)),
        TitleName = Line(content.TitleName, nameof(content.TitleName)),
        Grade = content.Grade is { } grade ? Line(grade, nameof(content.Grade)) : null,
        DecisionNumber = Line(content.DecisionNumber, nameof(content.DecisionNumber)),
        RegisterNumber = Line(content.RegisterNumber, nameof(content.RegisterNumber)),
        Place = Line(content.Place, nameof(content.Place)),
        SignatoryCapacity = [.. content.SignatoryCapacity.Select(l => Line(l, nameof(content.SignatoryCapacity)))],
        SignatoryName = Line(content.SignatoryName, nameof(content.SignatoryName)),
    };

    private static string Line(string text, string field, bool mayBeEmpty = false)
    {
        var line = LatinText.SingleLine(text);
        if (line.Length == 0 && !mayBeEmpty)
            throw new ArgumentException($"The certificate cannot be printed: {field} is empty.", field);
        if (Unprintable(line) is { Count: > 0 } runes)
            throw new ArgumentException(
                $"The certificate cannot be printed: {field} holds {string.Join(", ", runes.Select(r => $"U+{r.Value:X4}"))}, which its typeface does not have.", field);
        return line;
    }
}
