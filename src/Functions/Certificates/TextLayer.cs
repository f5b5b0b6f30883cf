using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// The text of one page, collected first and written at the end, above everything else: only then is it known which characters of each face the
/// document has to carry. Written in the order of placing, which is the order of reading.
/// </summary>
internal sealed class TextLayer
{
    private readonly List<(Run Run, float X, float Y)> runs = [];

    /// <summary>Places a run with the left end of its baseline at the point.</summary>
    public void Add(Run run, float x, float y) => runs.Add((run, x, y));

    /// <summary>Writes the text and returns the fonts it needs, by their names in the resources of the page.</summary>
    public IReadOnlyDictionary<string, EmbeddedFont> Draw(Drawing drawing)
    {
        var fonts = runs.GroupBy(r => r.Run.Face)
            .Select((uses, index) => (Face: uses.Key, Name: $"F{index + 1}", Font: new EmbeddedFont(uses.Key, uses.SelectMany(u => u.Run.Text).Distinct())))
            .ToDictionary(f => f.Face);
        foreach (var (run, x, y) in runs)
        {
            var (face, name, font) = fonts[run.Face];
            drawing.Text(name, run.Size, run.Color, x, y, run.Tracking * run.Size, Glyphs(run.Text, face, font));
        }

        return fonts.Values.ToDictionary(f => f.Name, f => f.Font);
    }

    private static IEnumerable<(ushort Glyph, int Kern)> Glyphs(string text, Face face, EmbeddedFont font)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var kern = i + 1 < text.Length ? face.Kern(text[i], text[i + 1]) : 0;
            yield return (font.Glyphs[text[i]], -(int)MathF.Round(kern * 1000));
        }
    }
}
