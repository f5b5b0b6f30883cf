using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// What surrounds the text: a lacquer-red band with the tangent circles and saw teeth of the bronze drums of Đông Sơn, the fourteen-rayed star of
/// the drum in its corners, the face of a drum laid pale under the text, and a lotus under the great heading. Computed, and the same on
/// every certificate: it is compressed once.
/// </summary>
internal static class Ornament
{
    /// <summary>Name of the border in the resources of the page.</summary>
    public const string Name = "Border";

    /// <summary>Nothing is drawn nearer to the edge of the sheet: 12 mm, which every office printer reaches.</summary>
    public const float Margin = 34.02f;

    /// <summary>From the edge of the sheet to the inner edge of the border; the text keeps inside.</summary>
    public const float Inset = Margin + 31;

    private const float BandOuter = Margin + 4;
    private const float BandWidth = 18;
    private const float Corner = 31;

    /// <summary>The border and the drum, as the content of a form of the size of the sheet.</summary>
    public static byte[] Draw()
    {
        var drawing = new Drawing();
        DrawDrum(drawing, Sheet.Width / 2, Sheet.Height / 2 + 4, 158);
        DrawBorder(drawing);
        return drawing.ToBytes();
    }

    /// <summary>A lotus of seven petals standing on the point, between two tapering lines.</summary>
    public static void DrawLotus(Drawing drawing, float x, float y, float height)
    {
        drawing.Save();
        drawing.Translate(x, y);
        drawing.Scale(height / 10);
        drawing.Pen(Palette.Paper, 0.6f);
        foreach (var (angle, length) in new[] { (-76f, 8.6f), (76f, 8.6f), (-52f, 9.2f), (52f, 9.2f), (-26f, 9.8f), (26f, 9.8f), (0f, 10.4f) })
        {
            drawing.FillInk(MathF.Abs(angle) > 30 ? Palette.Gold : Palette.Red);
            drawing.Save();
            drawing.Rotate(angle);
            Petal(drawing, length, 2.3f);
            drawing.FillAndStroke();
            drawing.Restore();
        }

        drawing.FillInk(Palette.Gold);
        foreach (var side in new[] { -1, 1 })
            Polygon(drawing, [(side * 13, -3.2f), (side * 64, -2.6f), (side * 13, -2)]);
        Dots(drawing, [(-10.6f, -2.6f), (10.6f, -2.6f)], 2.2f, Palette.Red);
        drawing.Restore();
    }

    private static void DrawBorder(Drawing drawing)
    {
        Frame(drawing, Margin + 0.5f, 1, Palette.Gold);
        Frame(drawing, BandOuter + BandWidth / 2, BandWidth, Palette.Red);
        Frame(drawing, BandOuter + 2, 0.6f, Palette.Gold);
        Frame(drawing, BandOuter + BandWidth - 2, 0.6f, Palette.Gold);
        Frame(drawing, Inset - 1.5f, 0.6f, Palette.Red);

        foreach (var (turn, length, depth) in new[] { (0, Sheet.Width, Sheet.Height), (90, Sheet.Height, Sheet.Width), (180, Sheet.Width, Sheet.Height), (270, Sheet.Height, Sheet.Width) })
        {
            drawing.Save();
            drawing.Translate(Sheet.Width / 2, Sheet.Height / 2);
            drawing.Rotate(turn);
            drawing.Translate(0, -depth / 2);
            DrawChain(drawing, BandOuter + BandWidth / 2, length - 2 * (Margin + Corner));
            DrawTeeth(drawing, BandOuter + BandWidth + 1.6f, length - 2 * (BandOuter + BandWidth + 1.6f));
            drawing.Restore();
        }

        foreach (var x in new[] { Margin + Corner / 2, Sheet.Width - Margin - Corner / 2 })
        {
            foreach (var y in new[] { Margin + Corner / 2, Sheet.Height - Margin - Corner / 2 })
                DrawCorner(drawing, x, y);
        }
    }

    /// <summary>Circles joined by their inner tangents, centred on x = 0 at the given height.</summary>
    private static void DrawChain(Drawing drawing, float y, float length)
    {
        const float radius = 4.6f;
        var count = (int)(length / 15.5f);
        var pitch = length / count;
        var (cosine, sine) = (2 * radius / pitch, MathF.Sqrt(1 - 4 * radius * radius / (pitch * pitch)));
        var centres = Enumerable.Range(0, count).Select(i => (X: (i + 0.5f) * pitch - length / 2, Y: y)).ToArray();

        drawing.Pen(Palette.Gold, 0.9f);
        foreach (var (x, _) in centres.SkipLast(1))
        {
            drawing.MoveTo(x + radius * cosine, y - radius * sine);
            drawing.LineTo(x + pitch - radius * cosine, y + radius * sine);
        }

        drawing.Stroke();
        Dots(drawing, centres, 2 * radius + 0.9f, Palette.Gold);
        Dots(drawing, centres, 2 * radius - 0.9f, Palette.Red);
        Dots(drawing, centres, 5, Palette.Gold);
        Dots(drawing, centres, 3.4f, Palette.Red);
        Dots(drawing, centres, 1.6f, Palette.Gold);
    }

    private static void DrawTeeth(Drawing drawing, float y, float length)
    {
        const float height = 3.2f;
        var count = (int)(length / 5);
        var pitch = length / count;
        drawing.FillInk(Palette.Gold);
        Polygon(
            drawing,
            [
                (-length / 2, y),
                .. Enumerable.Range(0, count).SelectMany(i => new[] { ((i + 0.5f) * pitch - length / 2, y + height), ((i + 1) * pitch - length / 2, y) }),
            ]);
    }

    private static void DrawCorner(Drawing drawing, float x, float y)
    {
        const float half = Corner / 2;
        drawing.Save();
        drawing.Translate(x, y);
        drawing.FillInk(Palette.Red);
        drawing.Pen(Palette.Gold, 1);
        drawing.Rectangle(-half + 0.5f, -half + 0.5f, Corner - 1, Corner - 1);
        drawing.FillAndStroke();
        Dots(drawing, [(0, 0)], 26, Palette.Gold);
        Dots(drawing, [(0, 0)], 24.2f, Palette.Red);
        drawing.FillInk(Palette.Gold);
        Polygon(drawing, Star(14, 10.4f, 4.4f));
        Dots(drawing, Ring(4, (half - 3.4f) * MathF.Sqrt(2), 45), 2.2f, Palette.Gold);
        drawing.Restore();
    }

    /// <summary>The face of a bronze drum: the star, then rings of combs and tangent circles. So pale that text stands on it.</summary>
    private static void DrawDrum(Drawing drawing, float x, float y, float radius)
    {
        drawing.Save();
        drawing.Translate(x, y);
        drawing.Pen(Palette.PaleGold, 1);
        foreach (var part in new[] { 1, 0.965f, 0.86f, 0.83f, 0.66f, 0.63f, 0.52f, 0.49f, 0.36f })
            Circle(drawing, radius * part);

        drawing.FillInk(Palette.PaleGold);
        Polygon(drawing, Star(14, radius * 0.35f, radius * 0.13f));
        drawing.Pen(Palette.PaleGold, 1.2f);
        Comb(drawing, 140, radius * 0.875f, radius * 0.95f);
        Comb(drawing, 84, radius * 0.535f, radius * 0.615f);
        RingChain(drawing, 36, radius * 0.745f, radius * 0.045f);
        RingChain(drawing, 26, radius * 0.425f, radius * 0.036f);
        drawing.Restore();
    }

    private static void RingChain(Drawing drawing, int count, float radius, float size)
    {
        var centres = Ring(count, radius);
        var pitch = 2 * radius * MathF.Sin(MathF.PI / count);
        // Where the inner tangent of two neighbours touches them, along the line between their centres and across it.
        var (along, across) = (2 * size * size / pitch, size * MathF.Sqrt(1 - 4 * size * size / (pitch * pitch)));
        drawing.Pen(Palette.PaleGold, 1.2f);
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (centres[i], centres[(i + 1) % count]);
            var (x, y) = ((to.X - from.X) / pitch, (to.Y - from.Y) / pitch);
            var (reachX, reachY) = (along * x + across * y, along * y - across * x);
            drawing.MoveTo(from.X + reachX, from.Y + reachY);
            drawing.LineTo(to.X - reachX, to.Y - reachY);
        }

        drawing.Stroke();
        Dots(drawing, centres, 2 * size + 1.2f, Palette.PaleGold);
        Dots(drawing, centres, 2 * size - 1.2f, Palette.Paper);
        Dots(drawing, centres, size * 0.8f, Palette.PaleGold);
    }

    private static void Comb(Drawing drawing, int count, float inner, float outer)
    {
        foreach (var (from, to) in Ring(count, inner).Zip(Ring(count, outer)))
        {
            drawing.MoveTo(from.X, from.Y);
            drawing.LineTo(to.X, to.Y);
        }

        drawing.Stroke();
    }

    private static (float X, float Y)[] Star(int rays, float outer, float inner) =>
        [.. Enumerable.Range(0, 2 * rays).Select(i => At(180f / rays * i - 90, i % 2 == 0 ? outer : inner))];

    private static void Petal(Drawing drawing, float length, float width)
    {
        drawing.MoveTo(0, 0);
        drawing.CurveTo(-width * 1.5f, -length * 0.35f, -width, -length * 0.75f, 0, -length);
        drawing.CurveTo(width, -length * 0.75f, width * 1.5f, -length * 0.35f, 0, 0);
        drawing.Close();
    }

    private static void Polygon(Drawing drawing, ReadOnlySpan<(float X, float Y)> points)
    {
        drawing.MoveTo(points[0].X, points[0].Y);
        foreach (var (x, y) in points[1..])
            drawing.LineTo(x, y);
        drawing.Close();
        drawing.Fill();
    }

    private static void Frame(Drawing drawing, float inset, float width, Ink ink)
    {
        drawing.Pen(ink, width);
        drawing.Rectangle(inset, inset, Sheet.Width - 2 * inset, Sheet.Height - 2 * inset);
        drawing.Stroke();
    }

    private static void Circle(Drawing drawing, float radius)
    {
        var pull = radius * 0.5523f;
        drawing.MoveTo(radius, 0);
        drawing.CurveTo(radius, pull, pull, radius, 0, radius);
        drawing.CurveTo(-pull, radius, -radius, pull, -radius, 0);
        drawing.CurveTo(-radius, -pull, -pull, -radius, 0, -radius);
        drawing.CurveTo(pull, -radius, radius, -pull, radius, 0);
        drawing.Close();
        drawing.Stroke();
    }

    /// <summary>Discs as the round ends of lines without length: two operators each instead of five curves.</summary>
    private static void Dots(Drawing drawing, ReadOnlySpan<(float X, float Y)> centres, float diameter, Ink ink)
    {
        drawing.Pen(ink, diameter, round: true);
        foreach (var (x, y) in centres)
        {
            drawing.MoveTo(x, y);
            drawing.LineTo(x, y);
        }

        drawing.Stroke();
    }

    private static (float X, float Y)[] Ring(int count, float radius, float start = 0) =>
        [.. Enumerable.Range(0, count).Select(i => At(start + 360f / count * i, radius))];

    private static (float X, float Y) At(float degrees, float radius)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        return (radius * cosine, radius * sine);
    }
}
