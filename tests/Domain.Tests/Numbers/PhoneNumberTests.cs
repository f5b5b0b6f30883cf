using System.Text.Json;
using CsCheck;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Domain.Tests.Numbers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0912345678")]
    [InlineData("+84912345678")]
    [InlineData("+84 912 345 678")]
    [InlineData("84912345678")]
    [InlineData("0084912345678")]
    [InlineData("+84 (0)912-345-678")]
    [InlineData(" 0912.345.678 ")]
    [InlineData("(091) 2345678")]
    [InlineData("0912\u00A0345\u00A0678")]
    public void TryParse_AnyWritingOfAMobile_IsOneNumber(string text)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal("0912345678", number.ToString());
        Assert.Equal(PhoneNumber.Parse("0912345678"), number);
    }

    [Theory]
    [InlineData("0228 3871 234", "02283871234")] // a fixed line in Nam Định
    [InlineData("+84 228 3871 234", "02283871234")]
    [InlineData("024 3825 1234", "02438251234")]
    public void TryParse_FixedLine_IsTaken(string text, string number) => Assert.Equal(number, PhoneNumber.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("912345678")]
    [InlineData("091234567")]
    [InlineData("09123456789")]
    [InlineData("0112345678")] // no such range
    [InlineData("0412345678")]
    [InlineData("+85912345678")]
    [InlineData("0912+345678")]
    [InlineData("0912345678 ext 1")]
    [InlineData("０912345678")]
    [InlineData("++84912345678")]
    public void TryParse_NotAVietnameseNumber_IsFalse(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(default, number);
    }

    [Fact]
    public void LastDigits_Four_AreTheLastFour() => Assert.Equal("5678", PhoneNumber.Parse("0912345678").LastDigits(4));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void LastDigits_NoneOrTheWholeNumber_Throws(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PhoneNumber.Parse("0912345678").LastDigits(count));

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndParsesItsOwnTextAgain() =>
        Gen.OneOf(Gen.String, Gen.String["+0123456789 .-()"]).Sample(text =>
            !PhoneNumber.TryParse(text, out var number) || PhoneNumber.Parse(number.ToString()) == number);

    [Fact]
    public void Json_Number_IsAString()
    {
        Assert.Equal("\"0912345678\"", JsonSerializer.Serialize(PhoneNumber.Parse("+84912345678")));
        Assert.Equal(PhoneNumber.Parse("0912345678"), JsonSerializer.Deserialize<PhoneNumber>("\"+84 912 345 678\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PhoneNumber>("\"12\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(PhoneNumber)));
    }
}
