using System.Buffers.Binary;
using SkiaSharp;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// One embedded face with its measures in memory, so that lines are broken and fitted without a call into Skia. Pair kerning is applied here,
/// because Skia sets glyphs without shaping. Immutable: used by all threads at once.
/// </summary>
internal sealed class Face
{
    private const int Repertoire = 0x2200;
    private readonly TrueTypeFont font;
    private readonly ushort[] glyphs = new ushort[Repertoire];
    private readonly float[] advances = new float[Repertoire];
    private readonly Dictionary<uint, float> kerning;

    private Face(byte[] file)
    {
        font = new TrueTypeFont(file);
        using var data = SKData.CreateCopy(file);
        using var typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException("An embedded font cannot be read.");
        using var measure = new SKFont(typeface, 1000) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
        for (var c = 0x20; c < Repertoire; c++)
        {
            glyphs[c] = measure.GetGlyph(c);
            if (glyphs[c] != 0)
                advances[c] = measure.GetGlyphWidths([glyphs[c]])[0] / 1000;
        }

        kerning = ReadKerning(font.Table("kern"), typeface.UnitsPerEm);
    }

    public static Face Regular { get; } = Load("Regular");

    public static Face Italic { get; } = Load("Italic");

    public static Face SemiBold { get; } = Load("SemiBold");

    public bool Prints(int codePoint) => codePoint < Repertoire && glyphs[codePoint] != 0;

    /// <summary>The face with nothing but these characters, to be embedded: see <see cref="TrueTypeFont.Subset"/> for the numbers of its glyphs.</summary>
    public SKTypeface Subset(IReadOnlyList<char> characters)
    {
        using var data = SKData.CreateCopy(font.Subset([.. characters.Select(c => (c, glyphs[c]))]));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException("A subset of an embedded font cannot be read.");
    }

    /// <summary>Width in points at the given size, with <paramref name="tracking"/> (in em) between characters.</summary>
    public float Width(ReadOnlySpan<char> text, float size, float tracking = 0)
    {
        var em = 0f;
        for (var i = 0; i < text.Length; i++)
            em += advances[text[i]] + (i + 1 < text.Length ? tracking + Kern(text[i], text[i + 1]) : 0);
        return em * size;
    }

    /// <summary>Where each character starts, in points from the start of the text.</summary>
    public float[] Positions(ReadOnlySpan<char> text, float size, float tracking)
    {
        var positions = new float[text.Length];
        var em = 0f;
        for (var i = 0; i < text.Length; i++)
        {
            positions[i] = em * size;
            em += advances[text[i]] + (i + 1 < text.Length ? tracking + Kern(text[i], text[i + 1]) : 0);
        }

        return positions;
    }

    private float Kern(char first, char second) => kerning.GetValueOrDefault((uint)(glyphs[first] << 16 | glyphs[second]));

    private static Face Load(string name)
    {
        var resource = $"Certificate-{name}.ttf";
        using var stream = typeof(Face).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded font {resource} is missing from the assembly.");
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return new Face(file.ToArray());
    }

    /// <summary>The one format 0 subtable that local/fonts/subset.py writes, in em.</summary>
    private static Dictionary<uint, float> ReadKerning(ReadOnlySpan<byte> table, float unitsPerEm)
    {
        const int header = 4, subtableHeader = 14, pair = 6;
        var count = BinaryPrimitives.ReadUInt16BigEndian(table[(header + 6)..]);
        var pairs = new Dictionary<uint, float>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = table[(header + subtableHeader + i * pair)..];
            pairs[BinaryPrimitives.ReadUInt32BigEndian(entry)] = BinaryPrimitives.ReadInt16BigEndian(entry[4..]) / unitsPerEm;
        }

        return pairs;
    }
}
