using SkiaSharp;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// What surrounds the text: a lacquer-red band with the tangent circles and saw teeth of the bronze drums of Đông Sơn, the fourteen-rayed star of
/// the drum in its corners, the face of a drum laid pale under the text, and a lotus under the great heading. Computed, drawn from few and
/// short operators, and recorded once: a certificate pays for it only by writing it out.
/// </summary>
internal static class Ornament
{
    /// <summary>Nothing is drawn nearer to the edge of the sheet: 12 mm, which every office printer reaches.</summary>
    public const float Margin = 34;

    /// <summary>From the edge of the sheet to the inner edge of the border; the text keeps inside.</summary>
    public const float Inset = Margin + 31;

    private const float BandOuter = Margin + 4;
    private const float BandWidth = 18;
    private const float Corner = 31;

    /// <summary>A lotus of seven petals standing on the point, between two tapering lines.</summary>
    public static void DrawLotus(SKCanvas canvas, float x, float y, float height)
    {
        using var back = Fill(Palette.Gold);
        using var front = Fill(Palette.Red);
        using var line = Stroke(Palette.Paper, 0.6f);
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(height / 10);
        foreach (var (angle, length, paint) in new[] { (-76f, 8.6f, back), (76f, 8.6f, back), (-52f, 9.2f, back), (52f, 9.2f, back), (-26f, 9.8f, front), (26f, 9.8f, front), (0f, 10.4f, front) })
        {
            using var petal = Petal(length, 2.3f);
            canvas.Save();
            canvas.RotateDegrees(angle);
            canvas.DrawPath(petal, paint);
            canvas.DrawPath(petal, line);
            canvas.Restore();
        }

        foreach (var side in new[] { -1, 1 })
        {
            using var taper = new SKPathBuilder();
            taper.MoveTo(side * 13, -3.2f);
            taper.LineTo(side * 64, -2.6f);
            taper.LineTo(side * 13, -2);
            taper.Close();
            using var path = taper.Detach();
            canvas.DrawPath(path, back);
        }

        Dots(canvas, [new(-10.6f, -2.6f), new(10.6f, -2.6f)], 2.2f, Palette.Red);
        canvas.Restore();
    }

    public static SKPicture Record()
    {
        using var recorder = new SKPictureRecorder();
        var canvas = recorder.BeginRecording(new SKRect(0, 0, Sheet.Width, Sheet.Height));
        DrawDrum(canvas, Sheet.Width / 2, Sheet.Height / 2 + 4, 158);
        DrawBorder(canvas);
        return recorder.EndRecording();
    }

    private static void DrawBorder(SKCanvas canvas)
    {
        Frame(canvas, Margin + 0.5f, 1, Palette.Gold);
        Frame(canvas, BandOuter + BandWidth / 2, BandWidth, Palette.Red);
        Frame(canvas, BandOuter + 2, 0.6f, Palette.Gold);
        Frame(canvas, BandOuter + BandWidth - 2, 0.6f, Palette.Gold);
        Frame(canvas, Inset - 1.5f, 0.6f, Palette.Red);

        var inset = BandOuter + BandWidth / 2;
        foreach (var (turn, length) in new[] { (0, Sheet.Width), (90, Sheet.Height), (180, Sheet.Width), (270, Sheet.Height) })
        {
            canvas.Save();
            canvas.Translate(Sheet.Width / 2, Sheet.Height / 2);
            canvas.RotateDegrees(turn);
            canvas.Translate(0, (turn % 180 == 0 ? -Sheet.Height : -Sheet.Width) / 2);
            DrawChain(canvas, inset, length - 2 * (Margin + Corner));
            DrawTeeth(canvas, BandOuter + BandWidth + 1.6f, length - 2 * (BandOuter + BandWidth + 1.6f));
            canvas.Restore();
        }

        foreach (var x in new[] { Margin + Corner / 2, Sheet.Width - Margin - Corner / 2 })
        {
            foreach (var y in new[] { Margin + Corner / 2, Sheet.Height - Margin - Corner / 2 })
                DrawCorner(canvas, x, y);
        }
    }

    /// <summary>Circles joined by their inner tangents, centred on x = 0 at the given height.</summary>
    private static void DrawChain(SKCanvas canvas, float y, float length)
    {
        const float radius = 4.6f;
        var count = (int)(length / 15.5f);
        var pitch = length / count;
        var (cosine, sine) = (2 * radius / pitch, MathF.Sqrt(1 - 4 * radius * radius / (pitch * pitch)));
        var centres = Enumerable.Range(0, count).Select(i => new SKPoint(Round((i + 0.5f) * pitch - length / 2), y)).ToArray();

        using var tangents = new SKPathBuilder();
        foreach (var centre in centres.SkipLast(1))
        {
            tangents.MoveTo(Round(centre.X + radius * cosine), Round(y - radius * sine));
            tangents.LineTo(Round(centre.X + pitch - radius * cosine), Round(y + radius * sine));
        }

        using var path = tangents.Detach();
        using var gold = Stroke(Palette.Gold, 0.9f);
        canvas.DrawPath(path, gold);
        Dots(canvas, centres, 2 * radius + 0.9f, Palette.Gold);
        Dots(canvas, centres, 2 * radius - 0.9f, Palette.Red);
        Dots(canvas, centres, 5, Palette.Gold);
        Dots(canvas, centres, 3.4f, Palette.Red);
        Dots(canvas, centres, 1.6f, Palette.Gold);
    }

    private static void DrawTeeth(SKCanvas canvas, float y, float length)
    {
        const float height = 3.2f;
        var count = (int)(length / 5);
        var pitch = length / count;
        using var teeth = new SKPathBuilder();
        teeth.MoveTo(-length / 2, y);
        for (var i = 0; i < count; i++)
        {
            teeth.LineTo(Round((i + 0.5f) * pitch - length / 2), y + height);
            teeth.LineTo(Round((i + 1) * pitch - length / 2), y);
        }

        teeth.Close();
        using var path = teeth.Detach();
        using var gold = Fill(Palette.Gold);
        canvas.DrawPath(path, gold);
    }

    private static void DrawCorner(SKCanvas canvas, float x, float y)
    {
        canvas.Save();
        canvas.Translate(x, y);
        using var red = Fill(Palette.Red);
        using var gold = Fill(Palette.Gold);
        using var rule = Stroke(Palette.Gold, 1);
        const float half = Corner / 2;
        canvas.DrawRect(-half, -half, Corner, Corner, red);
        canvas.DrawRect(-half + 0.5f, -half + 0.5f, Corner - 1, Corner - 1, rule);
        Dots(canvas, [default], 26, Palette.Gold);
        Dots(canvas, [default], 24.2f, Palette.Red);
        using var star = Star(14, 10.4f, 4.4f);
        canvas.DrawPath(star, gold);
        Dots(canvas, Ring(4, half - 3.4f, 45, MathF.Sqrt(2)), 2.4f, Palette.Gold);
        canvas.Restore();
    }

    /// <summary>The face of a bronze drum: the star, then rings of saw teeth, tangent circles and combs. So pale that text stands on it.</summary>
    private static void DrawDrum(SKCanvas canvas, float x, float y, float radius)
    {
        canvas.Save();
        canvas.Translate(x, y);
        using var pale = Fill(Palette.PaleGold);
        using var ray = Stroke(Palette.PaleGold, 1.2f);
        using var ring = Stroke(Palette.PaleGold, 1);
        foreach (var part in new[] { 1, 0.965f, 0.86f, 0.83f, 0.66f, 0.63f, 0.52f, 0.49f, 0.36f })
            Circle(canvas, radius * part, ring);

        using var star = Star(14, radius * 0.35f, radius * 0.13f);
        canvas.DrawPath(star, pale);
        Comb(canvas, 140, radius * 0.875f, radius * 0.95f, ray);
        Comb(canvas, 84, radius * 0.505f, radius * 0.615f, ray);
        RingChain(canvas, 36, radius * 0.745f, radius * 0.045f, ray);
        RingChain(canvas, 26, radius * 0.425f, radius * 0.036f, ray);
        canvas.Restore();
    }

    private static void RingChain(SKCanvas canvas, int count, float radius, float size, SKPaint paint)
    {
        var centres = Ring(count, radius);
        using var tangents = new SKPathBuilder();
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (At(360f / count * i + 8 * size / radius * 5, radius + size), At(360f / count * (i + 1) - 8 * size / radius * 5, radius - size));
            tangents.MoveTo(from);
            tangents.LineTo(to);
        }

        using var path = tangents.Detach();
        canvas.DrawPath(path, paint);
        Dots(canvas, centres, 2 * size + 1.2f, Palette.PaleGold);
        Dots(canvas, centres, 2 * size - 1.2f, Palette.Paper);
        Dots(canvas, centres, size * 0.8f, Palette.PaleGold);
    }

    private static void Comb(SKCanvas canvas, int count, float inner, float outer, SKPaint paint)
    {
        using var comb = new SKPathBuilder();
        for (var i = 0; i < count; i++)
        {
            comb.MoveTo(At(360f / count * i, inner));
            comb.LineTo(At(360f / count * i, outer));
        }

        using var path = comb.Detach();
        canvas.DrawPath(path, paint);
    }

    private static SKPath Star(int rays, float outer, float inner)
    {
        using var star = new SKPathBuilder();
        star.AddPoly([.. Enumerable.Range(0, 2 * rays).Select(i => At(180f / rays * i - 90, i % 2 == 0 ? outer : inner))], true);
        return star.Detach();
    }

    private static SKPath Petal(float length, float width)
    {
        using var petal = new SKPathBuilder();
        petal.MoveTo(0, 0);
        petal.CubicTo(-width * 1.5f, -length * 0.35f, -width, -length * 0.75f, 0, -length);
        petal.CubicTo(width, -length * 0.75f, width * 1.5f, -length * 0.35f, 0, 0);
        petal.Close();
        return petal.Detach();
    }

    private static void Frame(SKCanvas canvas, float inset, float width, SKColor color)
    {
        using var stroke = Stroke(color, width);
        canvas.DrawRect(inset, inset, Sheet.Width - 2 * inset, Sheet.Height - 2 * inset, stroke);
    }

    /// <summary>Four cubic curves; Skia's own circle becomes sixteen in a PDF.</summary>
    private static void Circle(SKCanvas canvas, float radius, SKPaint paint)
    {
        var pull = radius * 0.5523f;
        using var circle = new SKPathBuilder();
        circle.MoveTo(radius, 0);
        circle.CubicTo(radius, pull, pull, radius, 0, radius);
        circle.CubicTo(-pull, radius, -radius, pull, -radius, 0);
        circle.CubicTo(-radius, -pull, -pull, -radius, 0, -radius);
        circle.CubicTo(pull, -radius, radius, -pull, radius, 0);
        circle.Close();
        using var path = circle.Detach();
        canvas.DrawPath(path, paint);
    }

    /// <summary>Filled discs as the round ends of lines without length: two operators each instead of five curves.</summary>
    private static void Dots(SKCanvas canvas, ReadOnlySpan<SKPoint> centres, float diameter, SKColor color)
    {
        using var dots = new SKPathBuilder();
        foreach (var centre in centres)
        {
            dots.MoveTo(centre);
            dots.LineTo(centre);
        }

        using var path = dots.Detach();
        using var paint = Stroke(color, diameter);
        paint.StrokeCap = SKStrokeCap.Round;
        canvas.DrawPath(path, paint);
    }

    private static SKPoint[] Ring(int count, float radius, float start = 0, float stretch = 1) =>
        [.. Enumerable.Range(0, count).Select(i => At(start + 360f / count * i, radius * stretch))];

    private static SKPoint At(float degrees, float radius)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        return new(Round(radius * cosine), Round(radius * sine));
    }

    /// <summary>Two decimals, 3 micrometres: what follows would only make the file longer.</summary>
    private static float Round(float value) => MathF.Round(value, 2);

    private static SKPaint Fill(SKColor color) => new() { Color = color, IsAntialias = true };

    private static SKPaint Stroke(SKColor color, float width) => new() { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = width };
}
