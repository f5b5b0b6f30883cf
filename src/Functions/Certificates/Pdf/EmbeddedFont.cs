using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TitleCertification.Functions.Certificates.Pdf;

/// <summary>
/// One face as a composite font (ISO 32000-1, 9.7), holding the given characters and nothing else, with the map that gives every glyph back as
/// its character: what is copied or searched is what was written, with all tone marks.
/// </summary>
internal sealed class EmbeddedFont
{
    private readonly Face face;
    private readonly List<char> characters;

    /// <param name="characters">Each once.</param>
    public EmbeddedFont(Face face, IEnumerable<char> characters)
    {
        this.face = face;
        this.characters = [.. characters.Order()];
        Glyphs = this.characters.Select((character, index) => (character, (ushort)(index + 1))).ToDictionary();
    }

    /// <summary>The glyph of each character inside this font.</summary>
    public IReadOnlyDictionary<char, ushort> Glyphs { get; }

    /// <summary>Adds the objects of the font and returns the number of the one to name in resources.</summary>
    public int AddTo(PdfFile file)
    {
        var program = face.Font.Subset([.. characters.Select(face.Glyph)]);
        var name = $"{Tag(program)}+{face.PostScriptName}";
        var stream = file.AddDeflated(Invariant($"/Length1 {program.Length}"), program);
        var descriptor = file.Add(Invariant(
            $"<</Type/FontDescriptor/FontName/{name}/Flags {face.Flags}/FontBBox[{string.Join(' ', face.Box)}]/ItalicAngle {face.ItalicAngle}/Ascent {face.Ascent}/Descent {face.Descent}/CapHeight {face.CapHeight}/StemV {face.StemWidth}/FontFile2 {stream} 0 R>>"));
        var widths = string.Join(' ', characters.Select(c => Invariant($"{face.Advance(c) * 1000:0.##}")));
        var descendant = file.Add(Invariant(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/DW 0/W[1[{widths}]]>>"));
        var unicode = file.AddDeflated("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add(Invariant(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"));
    }

    private string ToUnicode()
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.ReplaceLineEndings("\n"));
        // No more than a hundred in a block.
        foreach (var block in characters.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var character in block)
                map.Append(CultureInfo.InvariantCulture, $"<{Glyphs[character]:X4}> <{(int)character:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    /// <summary>Six letters that mark a subset; from its bytes, so that different subsets of one face never share a name.</summary>
    private static string Tag(byte[] program) => string.Concat(SHA256.HashData(program).Take(6).Select(b => (char)('A' + b % 26)));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
