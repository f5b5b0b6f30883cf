using CsCheck;
using TitleCertification.Domain.Certificates;
using TitleCertification.Functions.Certificates;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using static TitleCertification.Functions.Tests.Certificates.Printed;

namespace TitleCertification.Functions.Tests.Certificates;

/// <summary>The ink of every glyph, as read back from the page: inside the border, and none over another line's.</summary>
public sealed class CertificateLayoutTests
{
    private static readonly CertificateRenderer Renderer = new();

    private static readonly string Full =
        "Trường Mầm non và Tiểu học tư thục chất lượng cao Quốc tế Hữu nghị Việt Nam – Phần Lan – Nhật Bản tại Khu đô thị mới Mỹ Trung phường Lộc Hạ, phân hiệu Nguyễn Khuyến ĐƯỜNG TRẦN HƯNG ĐẠO nối dài số 12345"[..200];

    public static TheoryData<string> Names =>
    [
        "Ễ",
        Full,
        string.Concat(Enumerable.Repeat("ỄẶỔ ", 50)).Trim(),
        string.Concat(Enumerable.Repeat("Ỷ", 200)),
        string.Concat(Enumerable.Repeat("W", 200)),
        string.Concat(Enumerable.Repeat("Ǵgjpyặ".Replace('Ǵ', 'G'), 33)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_AnyName_KeepsEveryGlyphApartAndInside(string name)
    {
        AssertLaidOut(Content with { HolderName = name, IsSample = true });
        AssertLaidOut(Longest(name));
    }

    [Fact]
    public void Render_RandomNames_KeepEveryGlyphApartAndInside()
    {
        var words = Gen.OneOf("ƯỜNG", "Nguyễn", "phượng", "Ẵ", "ỷ", "WWW", "QUẢNG", "gặp", "Ễnh", "–", "học", "Đặng").Array[1, 40]
            .Select(w => string.Join(' ', w))
            .Select(name => name.Length > 200 ? name[..200].Trim() : name);

        words.Sample(name => AssertLaidOut(Content with { HolderName = name, HolderAddress = name }), iter: 40, threads: 1);
    }

    [Fact]
    public void Render_LongName_TakesNoMoreThanThreeLines()
    {
        var lines = Read(
            Renderer.Render(Content with { HolderPrefix = "", HolderName = Full }),
            (_, page) => page.Letters.Where(l => l.FontSize > 15 && l.FontSize < 26 && Close(Full).Contains(l.Value, StringComparison.Ordinal))
                .Select(l => Math.Round(l.StartBaseLine.Y, 1)).Distinct().Count());

        Assert.InRange(lines, 2, 3);
    }

    [Fact]
    public void Render_ThreeLinesOfCapacity_LeaveRoomForTheSignature()
    {
        var (last, name) = Read(Renderer.Render(Content), (_, page) =>
        {
            var lines = page.Letters.Where(l => l.StartBaseLine.X > 540).GroupBy(l => Math.Round(l.StartBaseLine.Y)).OrderBy(g => g.Key).ToList();
            Assert.Equal(Close(Content.SignatoryName), Close(string.Concat(lines[0].Select(l => l.Value))));
            return (lines[1].Key, lines[0].Max(l => Ink(l).Top));
        });

        Assert.True((last - name) / 72 * 25.4 >= 17, $"only {(last - name) / 72 * 25.4:0.0} mm");
    }

    private static void AssertLaidOut(CertificateContent content)
    {
        var pdf = Renderer.Render(content);
        Assert.Contains(Close(content.HolderName), Text(pdf), StringComparison.Ordinal);
        Read(pdf, (_, page) =>
        {
            var letters = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).ToList();
            var inside = letters.Where(l => Math.Abs(l.StartBaseLine.Y - Sheet.Height / 2) < Sheet.Height / 2 - Ornament.Inset).ToList();
            // Only the mark of a sample stands in the border itself.
            Assert.Equal(content.IsSample ? Close(SampleMark.Vietnamese + SampleMark.English).Length : 0, letters.Count - inside.Count);
            Assert.All(inside, l =>
            {
                var ink = Ink(l);
                Assert.InRange(ink.Left, Ornament.Inset + 4, Sheet.Width - Ornament.Inset - 4);
                Assert.InRange(ink.Right, Ornament.Inset + 4, Sheet.Width - Ornament.Inset - 4);
                Assert.InRange(ink.Top, Ornament.Inset + 4, Sheet.Height - Ornament.Inset - 4);
                Assert.InRange(ink.Bottom, Ornament.Inset + 4, Sheet.Height - Ornament.Inset - 4);
            });
            var lines = inside.GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                for (var j = i + 1; j < lines.Count; j++)
                {
                    if (lines[i].Max(l => Ink(l).Top) < lines[j].Min(l => Ink(l).Bottom) || lines[j].Max(l => Ink(l).Top) < lines[i].Min(l => Ink(l).Bottom))
                        continue;
                    foreach (var (one, other) in from a in lines[i] from b in lines[j] where Overlap(Ink(a), Ink(b)) select (a, b))
                        Assert.Fail($"“{one.Value}” at {Ink(one)} runs into “{other.Value}” at {Ink(other)}: {content.HolderName}");
                }
            }

            return 0;
        });
    }

    private static PdfRectangle Ink(Letter letter) => letter.BoundingBox;

    private static bool Overlap(PdfRectangle a, PdfRectangle b) => a.Left < b.Right && b.Left < a.Right && a.Bottom < b.Top && b.Bottom < a.Top;
}
