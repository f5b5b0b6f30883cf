using System.Buffers.Binary;
using System.Text;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// Cuts an embedded TrueType face down to the characters of one certificate. SkiaSharp is built without HarfBuzz's subsetter and would embed each
/// face whole: 160 KB a certificate and 70 a second instead of what the benchmark shows. Reads the faces of local/fonts only: unhinted, glyf outlines.
/// </summary>
internal sealed class TrueTypeFont
{
    private const int NotDef = 0;

    /// <summary>Copied as they are: names and metrics of the whole face. The rest is rebuilt, or not needed inside a PDF.</summary>
    private static readonly string[] Kept = ["OS/2", "name"];

    private readonly byte[] file;
    private readonly Dictionary<string, Range> tables = [];
    private readonly int[] offsets;
    private readonly int longMetrics;

    public TrueTypeFont(byte[] file)
    {
        this.file = file;
        var count = Word(file, 4);
        for (var i = 0; i < count; i++)
        {
            var record = file.AsSpan(12 + 16 * i, 16);
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            tables[Encoding.ASCII.GetString(record[..4])] = start..(start + (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]));
        }

        longMetrics = Word(Table("hhea"), 34);
        var loca = Table("loca");
        var wide = Word(Table("head"), 50) == 1;
        offsets = new int[Word(Table("maxp"), 4) + 1];
        for (var i = 0; i < offsets.Length; i++)
            offsets[i] = wide ? (int)BinaryPrimitives.ReadUInt32BigEndian(loca[(4 * i)..]) : 2 * Word(loca, 2 * i);
    }

    public ReadOnlySpan<byte> Table(string tag) => file.AsSpan(tables[tag]);

    /// <summary>
    /// A complete font of the given characters. The glyph of the n-th character is n + 1; what composite glyphs are made of follows after.
    /// The same characters give the same bytes.
    /// </summary>
    /// <param name="characters">Pairs of character and glyph in this face, ascending by character, each once.</param>
    public byte[] Subset(IReadOnlyList<(char Character, ushort Glyph)> characters)
    {
        var glyphs = new List<ushort> { NotDef };
        glyphs.AddRange(characters.Select(c => c.Glyph));
        var places = new Dictionary<ushort, ushort>();
        for (var i = 0; i < glyphs.Count; i++)
            places.TryAdd(glyphs[i], (ushort)i);

        var (glyf, loca, hmtx) = (new MemoryStream(), new MemoryStream(), new MemoryStream());
        // The list grows while it is walked: a composite glyph brings its parts.
        for (var i = 0; i < glyphs.Count; i++)
        {
            Write(loca, (ushort)(glyf.Length / 2));
            glyf.Write(Outline(glyphs[i], glyphs, places));
            Pad(glyf, 2);
            hmtx.Write(Metrics(glyphs[i]));
        }

        Write(loca, (ushort)(glyf.Length / 2));
        var head = Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 0);
        var hhea = Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)glyphs.Count);
        var maxp = Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)glyphs.Count);
        var post = Table("post")[..32].ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(post, 0x00030000);

        return Assemble(new SortedDictionary<string, byte[]>(
            Kept.ToDictionary(tag => tag, tag => Table(tag).ToArray()), StringComparer.Ordinal)
        {
            ["cmap"] = CharacterMap(characters),
            ["glyf"] = glyf.ToArray(),
            ["head"] = head,
            ["hhea"] = hhea,
            ["hmtx"] = hmtx.ToArray(),
            ["loca"] = loca.ToArray(),
            ["maxp"] = maxp,
            ["post"] = post,
        });
    }

    /// <summary>The outline with the parts of a composite renumbered; parts not met yet are appended to <paramref name="glyphs"/>.</summary>
    private byte[] Outline(ushort glyph, List<ushort> glyphs, Dictionary<ushort, ushort> places)
    {
        const int header = 10, wordArguments = 1, scale = 8, more = 32, scaleXY = 64, matrix = 128;
        var start = tables["glyf"].Start.Value;
        var outline = file[(start + offsets[glyph])..(start + offsets[glyph + 1])];
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return outline;

        for (int at = header, flags = more; (flags & more) != 0;)
        {
            flags = Word(outline, at);
            var part = Word(outline, at + 2);
            if (places.TryAdd(part, (ushort)glyphs.Count))
                glyphs.Add(part);
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), places[part]);
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2)
                + ((flags & scale) != 0 ? 2 : (flags & scaleXY) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        }

        return outline;
    }

    /// <summary>Advance width and left side bearing; glyphs past the long metrics share the last advance.</summary>
    private byte[] Metrics(ushort glyph)
    {
        var hmtx = Table("hmtx");
        return glyph < longMetrics
            ? hmtx.Slice(4 * glyph, 4).ToArray()
            : [.. hmtx.Slice(4 * (longMetrics - 1), 2), .. hmtx.Slice(4 * longMetrics + 2 * (glyph - longMetrics), 2)];
    }

    /// <summary>Format 12: one group a character.</summary>
    private static byte[] CharacterMap(IReadOnlyList<(char Character, ushort Glyph)> characters)
    {
        using var map = new MemoryStream();
        Write(map, 0, 1, 3, 10, 0, 12);   // version, one table, Windows, full Unicode, at offset 12
        Write(map, 12, 0);
        Write(map, 0, (ushort)(16 + 12 * characters.Count), 0, 0, 0, (ushort)characters.Count);
        for (var i = 0; i < characters.Count; i++)
            Write(map, 0, characters[i].Character, 0, characters[i].Character, 0, (ushort)(i + 1));
        return map.ToArray();
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var count = tables.Count;
        var power = (int)Math.Log2(count);
        using var font = new MemoryStream();
        Write(font, 1, 0, (ushort)count, (ushort)(16 << power), (ushort)power, (ushort)(16 * count - (16 << power)));
        var offset = 12 + 16 * count;
        foreach (var (tag, table) in tables)
        {
            font.Write(Encoding.ASCII.GetBytes(tag));
            Write(font, Checksum(table));
            Write(font, (uint)offset);
            Write(font, (uint)table.Length);
            offset += (table.Length + 3) & ~3;
        }

        var head = 0;
        foreach (var (tag, table) in tables)
        {
            if (tag == "head")
                head = (int)font.Length;
            font.Write(table);
            Pad(font, 4);
        }

        var bytes = font.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(head + 8), 0xB1B0AFBA - Checksum(bytes));
        return bytes;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        for (var i = 0; i < bytes.Length; i++)
            sum += (uint)bytes[i] << (24 - 8 * i);
        return sum;
    }

    private static void Pad(MemoryStream stream, int multiple)
    {
        while (stream.Length % multiple != 0)
            stream.WriteByte(0);
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static void Write(MemoryStream stream, params ReadOnlySpan<ushort> words)
    {
        Span<byte> bytes = stackalloc byte[2];
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, word);
            stream.Write(bytes);
        }
    }

    private static void Write(MemoryStream stream, uint value) => Write(stream, (ushort)(value >> 16), (ushort)value);
}
