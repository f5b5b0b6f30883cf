using SkiaSharp;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>
/// Draws an image anew, so that nothing of the file it came in is left: no place, no camera, no second file inside or behind. What is kept is
/// always a JPEG, upright, on white, with no side over <see cref="LongestSide"/>.
/// </summary>
public static class ImageCleaner
{
    public const int LongestSide = 3000;

    // A baseline JPEG is decoded row by row and already scaled down; everything else stands in memory in full size.
    private const long MostPixelsOfBaseline = 120_000_000;
    private const long MostPixels = 40_000_000;
    private const int Quality = 85;

    /// <summary>One image at a time: the largest takes some 200 MB while it is decoded.</summary>
    private static readonly SemaphoreSlim Room = new(1, 1);

    /// <returns>Exactly one of image and refusal.</returns>
    public static async Task<(ReadOnlyMemory<byte>? Image, Refusal? Refusal)> CleanAsync(ReadOnlyMemory<byte> content, FileKind kind, CancellationToken cancellationToken)
    {
        await Room.WaitAsync(cancellationToken);
        try
        {
            return Clean(content, kind);
        }
        finally
        {
            Room.Release();
        }
    }

    private static (ReadOnlyMemory<byte>? Image, Refusal? Refusal) Clean(ReadOnlyMemory<byte> content, FileKind kind)
    {
        var jpeg = kind is FileKind.Jpeg ? JpegStructure.Read(content.Span) : null;
        if (kind is FileKind.Jpeg && jpeg is not { Scans: >= 1 and <= JpegStructure.MostScans })
            return (null, EvidenceProblems.Damaged.Because());

        using var data = SKData.CreateCopy(content.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != Format(kind))
            return (null, EvidenceProblems.Damaged.Because());
        var most = jpeg is { Progressive: false } ? MostPixelsOfBaseline : MostPixels;
        if ((long)codec.Info.Width * codec.Info.Height > most)
            return (null, EvidenceProblems.ImageTooLarge.Because(EvidenceProblems.Fault("pixels",
                $"Ảnh có {codec.Info.Width} × {codec.Info.Height} điểm; tối đa {most / 1_000_000} triệu điểm.", $"The image has {codec.Info.Width} × {codec.Info.Height} pixels; up to {most / 1_000_000} million are taken.")));

        using var decoded = Decode(codec);
        return decoded is null ? (null, EvidenceProblems.Damaged.Because()) : (Encode(decoded, codec.EncodedOrigin), null);
    }

    private static SKEncodedImageFormat Format(FileKind kind) => kind switch
    {
        FileKind.Jpeg => SKEncodedImageFormat.Jpeg,
        FileKind.Png => SKEncodedImageFormat.Png,
        _ => SKEncodedImageFormat.Webp,
    };

    /// <returns>Null when the image is not whole.</returns>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var longest = Math.Max(codec.Info.Width, codec.Info.Height);
        var size = longest > LongestSide ? codec.GetScaledDimensions((float)LongestSide / longest) : codec.Info.Size;
        using var colours = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, colours);
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        return null;
    }

    private static ReadOnlyMemory<byte> Encode(SKBitmap decoded, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(decoded.Width, decoded.Height));
        var (width, height) = (Math.Max(1, (int)(decoded.Width * scale)), Math.Max(1, (int)(decoded.Height * scale)));
        // No colour space: the encoder would write its profile into the file.
        using var drawn = new SKBitmap(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(drawn))
        using (var image = SKImage.FromPixels(decoded.Info.WithColorSpace(null), decoded.GetPixels(), decoded.RowBytes))
        {
            canvas.Clear(SKColors.White);
            canvas.Concat(Upright(origin, width, height));
            canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var encoded = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    /// <summary>EXIF orientation 1 to 8, for an image of the given size before it is turned.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
