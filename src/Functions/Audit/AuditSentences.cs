using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.Audit;

/// <summary>What a verification has found, in words.</summary>
internal static class AuditSentences
{
    public static IEnumerable<LocalText> Of(AuditReport report)
    {
        if (report.BrokenFile is { } file)
            yield return new($"Tệp đầu chuỗi ngày {file.Day:dd/MM/yyyy}: {Vi(file.Fault)}.", $"The exported heads of {file.Day:yyyy-MM-dd}: {En(file.Fault)}.");
        if (report.Broken is [var first, ..])
        {
            var exported = first.Exported is { } day ? new LocalText($" (xuất ngày {day:dd/MM/yyyy})", $" (exported on {day:yyyy-MM-dd})") : new("", "");
            yield return first.Sequence == 0
                ? new($"Hồ sơ {first.Dossier}: {first.Text.Vi}{exported.Vi}.", $"Case {first.Dossier}: {first.Text.En}{exported.En}.")
                : new($"Hồ sơ {first.Dossier}, mục {first.Sequence}: {first.Text.Vi}{exported.Vi}.", $"Case {first.Dossier}, fact {first.Sequence}: {first.Text.En}{exported.En}.");
            if (report.Broken.Count > 1)
                yield return new($"Còn {report.Broken.Count - 1} hồ sơ khác có lỗi.", $"{report.Broken.Count - 1} more cases are broken.");
        }

        var counts = new LocalText(
            $"{report.Cases} hồ sơ, {report.Facts} mục, {report.Files} tệp đã xuất; {report.WithoutRecord} số hồ sơ nộp dở.",
            $"{report.Cases} cases, {report.Facts} facts, {report.Files} exports; {report.WithoutRecord} numbers whose submission broke off.");
        yield return report.AllIsWell ? new($"Chuỗi sự kiện nguyên vẹn: {counts.Vi}", $"All is well: {counts.En}") : new($"Đã kiểm: {counts.Vi}", $"Verified: {counts.En}");
    }

    private static string Vi(FileFault fault) => fault switch
    {
        FileFault.Missing => "không còn trong kho lưu trữ",
        FileFault.Changed => "khác với bản giữ riêng",
        FileFault.Unreadable => "không đọc được",
        _ => "không nối với tệp trước",
    };

    private static string En(FileFault fault) => fault switch
    {
        FileFault.Missing => "they are no longer in storage",
        FileFault.Changed => "they differ from the copy kept elsewhere",
        FileFault.Unreadable => "they cannot be read",
        _ => "they do not follow the file before them",
    };
}
