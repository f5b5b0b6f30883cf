using System.Diagnostics;
using System.Text;
using TitleCertification.Domain.Certificates;
using TitleCertification.Functions.Certificates;
using UglyToad.PdfPig;

namespace TitleCertification.Bench;

/// <summary>How many certificates one core sets in a second, and what one weighs. Every certificate is another one.</summary>
internal static class PdfBench
{
    private const int Rounds = 5;
    private const int PerRound = 300;

    public static IReadOnlyList<Figure> Run()
    {
        var renderer = new CertificateRenderer();
        for (var i = 0; i < PerRound; i++)
            renderer.Render(Content(i));

        // Processor time of the process (collector and compiler included), not the clock: other programs on the machine do not make certificates slower. The best round counts.
        var rate = 0d;
        var bytes = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            using var process = Process.GetCurrentProcess();
            var start = process.TotalProcessorTime;
            var pdfs = new byte[PerRound][];
            for (var i = 0; i < PerRound; i++)
                pdfs[i] = renderer.Render(Content(round * PerRound + i));
            process.Refresh();
            rate = Math.Max(rate, PerRound / (process.TotalProcessorTime - start).TotalSeconds);
            bytes = Math.Max(bytes, pdfs.Max(p => p.LongLength));
            for (var i = 0; i < PerRound; i += 10)
                Check(renderer, Content(round * PerRound + i), pdfs[i]);
        }

        return
        [
            new("pdf certificates per second and core", Math.Round(rate), "certificates/s", "250 or more", rate >= 250),
            new("pdf largest certificate", bytes, "bytes", "46080 or fewer", bytes <= 46_080),
        ];
    }

    /// <summary>A whole PDF of the right size from which holder and register number can be read, and which comes out the same again; throws otherwise.</summary>
    private static void Check(CertificateRenderer renderer, CertificateContent content, byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        using var document = PdfDocument.Open(pdf);
        var page = document.GetPage(1);
        var read = string.Concat(page.Letters.Select(l => l.Value));
        if (!text.StartsWith("%PDF-1.7", StringComparison.Ordinal) || !text.EndsWith("%%EOF\n", StringComparison.Ordinal)
            || Math.Abs(page.Width - 841.89) > 0.01 || Math.Abs(page.Height - 595.28) > 0.01
            || !read.Contains(content.HolderName, StringComparison.Ordinal) || !read.Contains(content.RegisterNumber, StringComparison.Ordinal)
            || !pdf.AsSpan().SequenceEqual(renderer.Render(content)))
        {
            throw new InvalidOperationException($"The certificate {content.RegisterNumber} came out wrong: no rate is reported.");
        }
    }

    private static CertificateContent Content(int i) => new(
        IssuingBody: "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH",
        IssuerCapacity: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH",
        Heading: "GIẤY CHỨNG NHẬN",
        Certifies: "chứng nhận",
        HolderPrefix: "Đơn vị:",
        HolderName: $"Trường Trung học cơ sở {Schools[i % Schools.Length]} số {i}",
        AddressLabel: "Địa chỉ:",
        HolderAddress: "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định",
        Awards: "đạt danh hiệu",
        TitleName: "Đơn vị học tập",
        Standing: "Xếp loại: Tốt – Năm 2024",
        DecisionNumber: $"{i + 1}/QĐ-UBND",
        DecidedOn: new(2025, 5, 15),
        RegisterNumber: $"DVHT-14215-2024-{i:00000}",
        Place: "Nam Định",
        IssuedOn: new(2025, 5, 20),
        SignatoryCapacity: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        SignatoryName: "Trần Thị Ngọc Phượng",
        VerificationAddress: new Uri($"https://hoctap.example.vn/kiem-tra/DVHT-14215-2024-{i:00000}?k=7Q2M9XKD"),
        IsSample: true);

    private static readonly string[] Schools = ["Nghĩa Hưng", "Liễu Đề", "Rạng Đông", "Quỹ Nhất", "Hải Hậu", "Xuân Trường", "Ý Yên", "Mỹ Lộc"];
}
