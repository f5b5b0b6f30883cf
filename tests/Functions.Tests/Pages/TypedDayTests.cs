using TitleCertification.Functions.Pages;

namespace TitleCertification.Functions.Tests.Pages;

public sealed class TypedDayTests
{
    [Theory]
    [InlineData("5/1/2026")]
    [InlineData("05/01/2026")]
    [InlineData(" 5-1-2026 ")]
    [InlineData("05.01.2026")]
    [InlineData("5 1 2026")]
    [InlineData("05012026")]
    [InlineData("2026-01-05")]
    public void Of_AnyWayOfWritingIt_IsTheDay(string text)
    {
        Assert.Equal(new DateOnly(2026, 1, 5), TypedDay.Of(text));
        Assert.Equal("05/01/2026", TypedDay.Write(TypedDay.Of(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hôm qua")]
    [InlineData("30/02/2026")]
    [InlineData("1/13/2026")]
    [InlineData("5/1/26")]
    public void Of_NoDay_IsNone(string text) => Assert.Null(TypedDay.Of(text));
}
