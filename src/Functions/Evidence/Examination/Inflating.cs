using System.IO.Compression;
using System.Runtime.InteropServices;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>How large compressed data become, found out without keeping them.</summary>
internal static class Inflating
{
    /// <returns>The length, or more than <paramref name="most"/> where it is larger. Data that break off count as far as they go.</returns>
    public static long Length(ReadOnlyMemory<byte> zlib, long most)
    {
        // As readers of PDF do: the two bytes of the header are not looked at.
        if (zlib.Length <= 2 || !MemoryMarshal.TryGetArray(zlib[2..], out var bytes))
            return 0;
        using var inflated = new DeflateStream(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        try
        {
            for (var read = inflated.Read(buffer); read > 0 && length <= most; read = inflated.Read(buffer))
                length += read;
        }
        catch (InvalidDataException)
        {
            // Damaged, or not compressed at all: nothing more comes of it.
        }

        return length;
    }
}
