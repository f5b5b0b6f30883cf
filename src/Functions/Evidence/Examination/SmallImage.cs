using SkiaSharp;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>
/// A glance at an image that was taken, for a page that shows many: some kilobytes instead of some megabytes. Made when asked for and kept nowhere. What is kept is a
/// baseline JPEG (<see cref="ImageCleaner"/>), which is decoded row by row and already scaled down: under 2 MB of memory for the largest.
/// </summary>
internal static class SmallImage
{
    // Twice as many as are shown (EvidenceCell.razor): screens of phones have two or three for each.
    private const int Width = 192;
    private const int Height = 144;
    private const int Quality = 75;

    /// <returns>Its middle where it has another shape; null when it cannot be decoded.</returns>
    public static ReadOnlyMemory<byte>? Of(ReadOnlyMemory<byte> jpeg)
    {
        using var data = SKData.CreateCopy(jpeg.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return null;
        var scale = Math.Max((float)Width / codec.Info.Width, (float)Height / codec.Info.Height);
        var size = scale < 1 ? codec.GetScaledDimensions(scale) : codec.Info.Size;
        using var decoded = new SKBitmap();
        if (!decoded.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque)) || codec.GetPixels(decoded.Info, decoded.GetPixels()) != SKCodecResult.Success)
            return null;

        using var drawn = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(drawn))
        using (var image = SKImage.FromBitmap(decoded))
            canvas.DrawImage(image, Middle(size), new SKRect(0, 0, Width, Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var encoded = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    private static SKRect Middle(SKSizeI size)
    {
        var (width, height) = (Math.Min(size.Width, (float)size.Height * Width / Height), Math.Min(size.Height, (float)size.Width * Height / Width));
        return SKRect.Create((size.Width - width) / 2, (size.Height - height) / 2, width, height);
    }
}
