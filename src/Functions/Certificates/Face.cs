using System.Buffers.Binary;
using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>One of the embedded faces with its measures in memory. Immutable: used by all threads at once.</summary>
internal sealed class Face
{
    private readonly ushort[] glyphs = new ushort[char.MaxValue];
    private readonly float[] advances = new float[char.MaxValue];
    private readonly Dictionary<uint, float> kerning;

    private Face(string style, byte[] file, int stemWidth)
    {
        Font = new TrueTypeFont(file);
        PostScriptName = $"Vollkorn-{style}";
        StemWidth = stemWidth;
        var em = (float)Font.UnitsPerEm;
        foreach (var (character, glyph) in Font.Characters())
        {
            glyphs[character] = glyph;
            advances[character] = Font.Advance(glyph) / em;
        }

        kerning = ReadKerning(Font.Table("kern"), em);
        Box = [.. Enumerable.Range(0, 4).Select(i => Thousandths("head", 36 + 2 * i))];
        Ascent = Thousandths("hhea", 4);
        Descent = Thousandths("hhea", 6);
        CapHeight = Thousandths("OS/2", 88);
        // 16.16 fixed point, of which the whole degrees are enough.
        ItalicAngle = BinaryPrimitives.ReadInt16BigEndian(Font.Table("post")[4..]);
    }

    public static Face Regular { get; } = Load("Regular", stemWidth: 80);

    public static Face Italic { get; } = Load("Italic", stemWidth: 74);

    public static Face SemiBold { get; } = Load("SemiBold", stemWidth: 112);

    public TrueTypeFont Font { get; }

    public string PostScriptName { get; }

    public IReadOnlyList<int> Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public int ItalicAngle { get; }

    public int StemWidth { get; }

    /// <summary>Serif, symbolic (its own encoding), and italic where it slants (ISO 32000-1, table 123).</summary>
    public int Flags => 2 + 4 + (ItalicAngle != 0 ? 64 : 0);

    public bool Prints(int codePoint) => codePoint < glyphs.Length && glyphs[codePoint] != 0;

    public ushort Glyph(char character) => glyphs[character];

    /// <summary>In em.</summary>
    public float Advance(char character) => advances[character];

    /// <summary>What is added between two characters, in em.</summary>
    public float Kern(char first, char second) => kerning.GetValueOrDefault((uint)(glyphs[first] << 16 | glyphs[second]));

    /// <summary>Width in points at the given size, with <paramref name="tracking"/> (in em) between characters.</summary>
    public float Width(ReadOnlySpan<char> text, float size, float tracking = 0)
    {
        var em = 0f;
        for (var i = 0; i < text.Length; i++)
            em += advances[text[i]] + (i + 1 < text.Length ? tracking + Kern(text[i], text[i + 1]) : 0);
        return em * size;
    }

    private int Thousandths(string table, int at) => BinaryPrimitives.ReadInt16BigEndian(Font.Table(table)[at..]) * 1000 / Font.UnitsPerEm;

    private static Face Load(string style, int stemWidth)
    {
        var resource = $"Certificate-{style}.ttf";
        using var stream = typeof(Face).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded font {resource} is missing from the assembly.");
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return new Face(style, file.ToArray(), stemWidth);
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
