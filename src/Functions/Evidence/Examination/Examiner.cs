using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>Decides by the content alone whether a file is taken. Nothing parses a file before the scanner, where there is one, has called it clean.</summary>
public sealed class Examiner(VirusScanner scanner)
{
    /// <exception cref="ScannerUnavailableException">The scanner that is configured gave no verdict: the file is neither taken nor refused.</exception>
    public async Task<Examined> ExamineAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var kind = FileKinds.Of(content.Span);
        if (kind is FileKind.Heic or FileKind.Other)
            return new Examined.Refused(content.IsEmpty ? EvidenceProblems.Empty.Because() : Unknown(kind));
        if (await scanner.ScanAsync(content, cancellationToken) is { } found)
            return new Examined.Refused(EvidenceProblems.Infected.Because(EvidenceProblems.Fault("infected", $"Đã tìm thấy: {found}.", $"Found: {found}.")));

        if (kind is FileKind.Pdf)
            return PdfCheck.Check(content) is { } refusal ? new Examined.Refused(refusal) : new Examined.Accepted(content, "application/pdf", ".pdf", scanner.IsConfigured);
        var (image, reason) = await ImageCleaner.CleanAsync(content, kind, cancellationToken);
        return image is { } cleaned ? new Examined.Accepted(cleaned, "image/jpeg", ".jpg", scanner.IsConfigured) : new Examined.Refused(reason!);
    }

    private static Refusal Unknown(FileKind kind) => kind is FileKind.Heic
        ? EvidenceProblems.TypeRefused.Because(EvidenceProblems.Fault("heic", "Ảnh HEIC: xin chọn định dạng “Tương thích nhất” trong máy ảnh của điện thoại, hoặc gửi ảnh chụp màn hình.",
            "A HEIC photo: choose “Most compatible” in the phone's camera settings, or send a screenshot."))
        : EvidenceProblems.TypeRefused.Because();
}
