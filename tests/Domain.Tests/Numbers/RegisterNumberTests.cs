using System.Text.Json;
using CsCheck;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Numbers;

public sealed class RegisterNumberTests
{
    private static readonly Gen<RegisterNumber> AnyNumber = Gen.Select(
        Gen.Enum<TitleKind>(),
        Gen.OneOf<string>("36", "361", "14215", "361-tt-lieu-de", "36-2025-00001"),
        Gen.Int[2000, 2099],
        Gen.OneOf(Gen.Int[1, 200_000], Gen.Int[1, int.MaxValue]),
        RegisterNumber.Create);

    [Theory]
    [InlineData("DVHT-36-2025-00001", TitleKind.LearningUnit, "36", 2025, 1)]
    [InlineData(" gdht-14215-2025-00042 ", TitleKind.Family, "14215", 2025, 42)]
    [InlineData("GDHT-361-TT-LIEU-DE-2025-99999", TitleKind.Family, "361-tt-lieu-de", 2025, 99_999)]
    [InlineData("DVHT-36-2025-100000", TitleKind.LearningUnit, "36", 2025, 100_000)]
    public void TryParse_Number_GivesItsParts(string text, TitleKind title, string issuer, int year, int sequence)
    {
        Assert.True(RegisterNumber.TryParse(text, out var number));
        Assert.Equal((title, issuer, year, sequence), (number.Title, number.Issuer, number.Year, number.Sequence));
    }

    [Theory]
    [InlineData(1, "DVHT-36-2025-00001")]
    [InlineData(99_999, "DVHT-36-2025-99999")]
    [InlineData(100_000, "DVHT-36-2025-100000")]
    public void ToString_Sequence_HasFiveDigitsOrMore(int sequence, string text) =>
        Assert.Equal(text, RegisterNumber.Create(TitleKind.LearningUnit, "36", 2025, sequence).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("DVHT-36-2025-00000")]
    [InlineData("DVHT-36-2025-000001")] // a second spelling of 1
    [InlineData("DVHT-36-2025-1")]
    [InlineData("DVHT-36-2025-99999999999")]
    [InlineData("DVHT-36-2025-4294967296")]
    [InlineData("DVHT-36-1999-00001")]
    [InlineData("DVHT--2025-00001")]
    [InlineData("DVHT-3/6-2025-00001")]
    [InlineData("XXXX-36-2025-00001")]
    [InlineData("DVHT-36-2025-0000１")]
    public void TryParse_NoNumber_IsFalse(string? text)
    {
        Assert.False(RegisterNumber.TryParse(text, out var number));
        Assert.Equal(default, number);
    }

    [Theory]
    [InlineData("", 2025, 1)]
    [InlineData("3/6", 2025, 1)]
    [InlineData("36", 1999, 1)]
    [InlineData("36", 2100, 1)]
    [InlineData("36", 2025, 0)]
    public void Create_OutsideTheForm_Throws(string issuer, int year, int sequence) =>
        Assert.Throws<ArgumentException>(() => RegisterNumber.Create(TitleKind.Family, issuer, year, sequence));

    [Fact]
    public void ToString_AnyNumber_ParsesBackAndCrossesJsonAsAString() => AnyNumber.Sample(number =>
        RegisterNumber.Parse(number.ToString()) == number
        && RegisterNumber.Parse(number.ToString().ToLowerInvariant()) == number
        && JsonSerializer.Serialize(number) == $"\"{number}\""
        && JsonSerializer.Deserialize<RegisterNumber>($"\"{number}\"") == number);

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndTakesOneSpellingOnly() =>
        Gen.OneOf(Gen.String, Gen.Select(AnyNumber, Gen.Int[0, 17], Gen.Char["0123456789-dvhtDVHT \u0130x"], (number, at, what) => number.ToString().Insert(at, $"{what}")))
            .Sample(text => !RegisterNumber.TryParse(text, out var number)
                || string.Equals(number.ToString(), text.Trim(), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Default_IsNoNumberAndDoesNotCrossAsOne()
    {
        Assert.Equal("", default(RegisterNumber).ToString());
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(RegisterNumber)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RegisterNumber>("\"x\""));
        Assert.Throws<FormatException>(() => RegisterNumber.Parse("x"));
    }
}
