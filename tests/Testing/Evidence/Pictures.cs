using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using SkiaSharp;

namespace TitleCertification.Testing.Evidence;

/// <summary>Images as phones make them, and as attackers do.</summary>
public static class Pictures
{
    /// <summary>What must not be found in anything that is kept.</summary>
    public const string Secret = "SECRET-20.0286N-106.1839E";

    /// <summary>Left half red, right half blue; the upper left corner green.</summary>
    public static SKBitmap Drawing(int width, int height)
    {
        var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Red);
        using var blue = new SKPaint { Color = SKColors.Blue };
        using var green = new SKPaint { Color = SKColors.Lime };
        canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        canvas.DrawRect(0, 0, width / 4f, height / 4f, green);
        return bitmap;
    }

    public static byte[] Encode(SKEncodedImageFormat format, int width = 400, int height = 300)
    {
        using var bitmap = Drawing(width, height);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    public static byte[] Jpeg(int width = 400, int height = 300) => Encode(SKEncodedImageFormat.Jpeg, width, height);

    /// <summary>As large as a phone's photo of the same size: every few pixels another colour.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var small = new SKBitmap(width / 4, height / 4, SKColorType.Rgba8888, SKAlphaType.Opaque);
        new Random(11).NextBytes(small.GetPixelSpan());
        using var bitmap = small.Resize(new SKImageInfo(width, height), new SKSamplingOptions(SKFilterMode.Linear));
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 92);
        return data.ToArray();
    }

    public static byte[] Png(int width = 400, int height = 300) => Encode(SKEncodedImageFormat.Png, width, height);

    public static byte[] WebP(int width = 400, int height = 300) => Encode(SKEncodedImageFormat.Webp, width, height);

    /// <summary>As a phone does: stored as the sensor lies, with an EXIF block that says how to turn it, who made it and where.</summary>
    public static byte[] JpegWithExif(int orientation, int width = 400, int height = 300)
    {
        var jpeg = Jpeg(width, height);
        var text = Encoding.ASCII.GetBytes(Secret + "\0");
        var tiff = new MemoryStream();
        tiff.Write("II*\0"u8);
        Write32(tiff, 8);
        Write16(tiff, 3);
        Entry(tiff, 0x010F, 2, text.Length, 8 + 2 + (3 * 12) + 4);
        Entry(tiff, 0x0112, 3, 1, orientation);
        Entry(tiff, 0x8825, 4, 1, 8 + 2 + (3 * 12) + 4 + text.Length);
        Write32(tiff, 0);
        tiff.Write(text);
        Write16(tiff, 1);
        Entry(tiff, 0x0001, 2, 2, 'N');
        Write32(tiff, 0);
        byte[] exif = [.. "Exif\0\0"u8, .. tiff.ToArray()];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG that says it is as large as told, with the given rows; the check sums are right.</summary>
    public static byte[] PngOf(int width, int height, byte[] rows, byte depth = 8, byte colour = 2)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colour);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", Zlib(rows)), .. Chunk("IEND", [])];
    }

    public static byte[] PngWithText(string text)
    {
        var png = Png();
        return [.. png[..33], .. Chunk("tEXt", [.. "Comment\0"u8, .. Encoding.ASCII.GetBytes(text)]), .. png[33..]];
    }

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[4 + named.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + named.Length), Crc32.HashToUInt32(named));
        return chunk;
    }

    public static byte[] Zlib(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(content);
        return packed.ToArray();
    }

    private static void Entry(MemoryStream tiff, int tag, int type, int count, int value)
    {
        Write16(tiff, tag);
        Write16(tiff, type);
        Write32(tiff, count);
        Write32(tiff, value);
    }

    private static void Write16(MemoryStream stream, int value) => stream.Write([(byte)value, (byte)(value >> 8)]);

    private static void Write32(MemoryStream stream, int value)
    {
        Write16(stream, value);
        Write16(stream, value >> 16);
    }
}
