using SkiaSharp;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// The text of one page, collected first and drawn at the end, above everything else: only then is it known which characters of each face the
/// document has to carry.
/// </summary>
internal sealed class TextLayer
{
    private readonly List<(Run Run, float X, float Y)> runs = [];

    /// <summary>Places a run with the left end of its baseline at the point.</summary>
    public void Add(Run run, float x, float y) => runs.Add((run, x, y));

    /// <summary>In the order of placing, which is the order of reading.</summary>
    public void Draw(SKCanvas canvas)
    {
        var embedded = runs.Select(r => r.Run.Face).Distinct().ToDictionary(f => f, f => new Embedded(f, runs.Where(r => r.Run.Face == f)));
        using var paint = new SKPaint();
        foreach (var (run, x, y) in runs)
        {
            var (typeface, glyphs) = (embedded[run.Face].Typeface, embedded[run.Face].Glyphs);
            using var font = new SKFont(typeface, run.Size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
            using var builder = new SKTextBlobBuilder();
            builder.AddHorizontalRun([.. run.Text.Select(c => glyphs[c])], font, run.Face.Positions(run.Text, run.Size, run.Tracking), 0);
            using var blob = builder.Build();
            paint.Color = run.Color;
            canvas.DrawText(blob, x, y, paint);
        }

        foreach (var face in embedded.Values)
            face.Typeface.Dispose();
    }

    private sealed class Embedded
    {
        public Embedded(Face face, IEnumerable<(Run Run, float X, float Y)> runs)
        {
            var characters = runs.SelectMany(r => r.Run.Text).Distinct().Order().ToList();
            Typeface = face.Subset(characters);
            Glyphs = characters.Select((character, index) => (character, (ushort)(index + 1))).ToDictionary();
        }

        public SKTypeface Typeface { get; }

        public Dictionary<char, ushort> Glyphs { get; }
    }
}
