using SkiaSharp;
using TitleCertification.Functions.Evidence.Examination;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Evidence;

/// <summary>What a reviewer's page shows of many images.</summary>
public class SmallImageTests
{
    [Fact]
    public void Of_Photo_IsTheSamePictureInAFewKilobytes()
    {
        var small = SmallImage.Of(Pictures.Jpeg())!.Value;

        using var image = SKBitmap.Decode(small.ToArray());
        Assert.Equal((192, 144), (image.Width, image.Height));
        Assert.True(image.GetPixel(5, 5) is { Green: > 200, Red: < 80, Blue: < 80 });
        Assert.True(image.GetPixel(168, 72) is { Blue: > 200, Red: < 80 });
        Assert.InRange(small.Length, 500, 10_000);
    }

    [Theory]
    [InlineData(3000, 40)]
    [InlineData(40, 3000)]
    [InlineData(1, 1)]
    public void Of_AnyShape_IsItsMiddle(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Red);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);

        using var image = SKBitmap.Decode(SmallImage.Of(jpeg.ToArray())!.Value.ToArray());

        Assert.Equal((192, 144), (image.Width, image.Height));
        Assert.All((int[])[0, 191], x => Assert.True(image.GetPixel(x, 72) is { Red: > 200, Green: < 60, Blue: < 60 }));
    }

    [Fact]
    public void Of_NoImage_IsNothing() => Assert.Null(SmallImage.Of("%PDF-1.7"u8.ToArray()));
}
