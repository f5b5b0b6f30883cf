using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// Says that a certificate under a demonstration rule book has no legal value: in the border, where it cannot be cropped without the border, and as a
/// stamp where the seal of a real one would be.
/// </summary>
internal static class SampleMark
{
    public const string Vietnamese = "BẢN MINH HỌA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ";
    public const string English = "DEMONSTRATION – NO LEGAL VALUE";

    public static void Draw(Drawing drawing, TextLayer layer)
    {
        DrawLabel(drawing, layer, Ornament.Margin + 13, Vietnamese);
        DrawLabel(drawing, layer, Sheet.Height - Ornament.Margin - 13, English);
    }

    private static void DrawLabel(Drawing drawing, TextLayer layer, float middle, string text)
    {
        const float size = 10.5f;
        const float height = 18;
        var line = new Line([new Run(text, Face.SemiBold, size, Palette.Red, 0.06f)]);
        var width = line.Width + 28;
        drawing.FillInk(Palette.Paper);
        drawing.Pen(Palette.Gold, 1);
        drawing.Rectangle((Sheet.Width - width) / 2, middle - height / 2, width, height);
        drawing.FillAndStroke();
        line.DrawCentred(layer, Sheet.Width / 2, middle + size * 0.36f);
    }
}
