using System.Buffers.Binary;
using System.Text;

namespace TitleCertification.Functions.Certificates.Pdf;

/// <summary>
/// A TrueType face (OpenType 1.9, tables glyf and cmap format 4), read for its measures and cut down to the characters of one document: a whole face
/// weighs ten times what a certificate uses of it. Reads the faces that local/fonts makes: unhinted, without layout tables.
/// </summary>
internal sealed class TrueTypeFont
{
    private const int NotDef = 0;

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

    public int UnitsPerEm => Word(Table("head"), 18);

    /// <summary>Glyph of each character of the Basic Multilingual Plane that the face has.</summary>
    public IEnumerable<(char Character, ushort Glyph)> Characters()
    {
        var cmap = Table("cmap").ToArray();
        var records = Enumerable.Range(0, Word(cmap, 2)).Select(i => (int)BinaryPrimitives.ReadUInt32BigEndian(cmap.AsSpan(8 + 8 * i)));
        var at = records.First(offset => Word(cmap, offset) == 4);
        var segments = Word(cmap, at + 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var (endAt, startAt) = (at + 14 + 2 * i, at + 16 + 2 * (segments + i));
            var (deltaAt, rangeAt) = (startAt + 2 * segments, startAt + 4 * segments);
            var range = Word(cmap, rangeAt);
            for (int c = Word(cmap, startAt); c <= Word(cmap, endAt) && c < char.MaxValue; c++)
            {
                var glyph = range == 0 ? (ushort)c : Word(cmap, rangeAt + range + 2 * (c - Word(cmap, startAt)));
                if (range == 0 || glyph != NotDef)
                    yield return ((char)c, (ushort)(glyph + Word(cmap, deltaAt)));
            }
        }
    }

    /// <summary>Advance width in units of the em.</summary>
    public int Advance(ushort glyph) => Word(Metrics(glyph), 0);

    /// <summary>
    /// The font program for these glyphs, with the tables that a composite font in a PDF needs (ISO 32000-1, 9.9). The n-th glyph becomes
    /// number n + 1; what composite glyphs are made of follows after. The same glyphs give the same bytes.
    /// </summary>
    public byte[] Subset(IReadOnlyList<ushort> wanted)
    {
        var glyphs = new List<ushort> { NotDef };
        glyphs.AddRange(wanted);
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
        return Assemble(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = glyf.ToArray(),
            ["head"] = head,
            ["hhea"] = hhea,
            ["hmtx"] = hmtx.ToArray(),
            ["loca"] = loca.ToArray(),
            ["maxp"] = maxp,
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
            offset += (table.Length + 3) / 4 * 4;
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
