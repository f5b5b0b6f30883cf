using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace TitleCertification.Functions.Certificates.Pdf;

/// <summary>
/// The frame of a PDF (ISO 32000-1, 7.5): numbered objects, cross-reference table, trailer. Its identifier is the digest of its content, so
/// the same objects make the same file.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    /// <summary>Takes the next number for an object that is given later.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public int Add(string dictionary)
    {
        objects.Add(Encoding.ASCII.GetBytes(dictionary));
        return objects.Count;
    }

    public void Set(int number, string dictionary) => objects[number - 1] = Encoding.ASCII.GetBytes(dictionary);

    /// <summary>Adds a stream; the dictionary is given without its brackets and without the length.</summary>
    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {data.Length}>>\nstream\n"));
        objects.Add([.. head, .. data, .. "\nendstream"u8]);
        return objects.Count;
    }

    public int AddDeflated(string entries, ReadOnlySpan<byte> data) => AddStream($"/Filter/FlateDecode{entries}", Deflate(data, CompressionLevel.Optimal));

    public static byte[] Deflate(ReadOnlySpan<byte> data, CompressionLevel level)
    {
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, level, leaveOpen: true))
            deflate.Write(data);
        return target.ToArray();
    }

    /// <summary>A text string in any language, as hexadecimal UTF-16.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public byte[] ToBytes(int catalog, int information)
    {
        using var file = new MemoryStream();
        // The four bytes above 127 tell transfer programs that the file is binary.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new long[objects.Count];
        for (var i = 0; i < objects.Count; i++)
        {
            offsets[i] = file.Length;
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(objects[i] ?? throw new InvalidOperationException($"Object {i + 1} of the PDF was reserved and never given."));
            file.Write("\nendobj\n"u8);
        }

        var digest = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        var table = file.Length;
        Write(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write(file, $"{offset:D10} 00000 n \n");
        Write(
            file,
            $"trailer\n<</Size {objects.Count + 1}/Root {catalog} 0 R/Info {information} 0 R/ID[<{digest}><{digest}>]>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(MemoryStream file, FormattableString text) => file.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant(text)));
}
