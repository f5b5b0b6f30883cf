using System.Globalization;
using System.Text.Json;
using CsCheck;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Domain.Tests.Numbers;

/// <summary>Law-and-practice 6.2.</summary>
public sealed class DossierNumberTests
{
    private static readonly Gen<DossierNumber> AnyNumber = Gen.Select(
        Gen.OneOf<string>("000.00.04.H40", "H40", "H40.12", "H42.12.345", "H01.01.02.03", "K99.999"),
        Gen.Int[0, 36_524],
        Gen.Int[1, DossierNumber.HighestOrder],
        (agency, day, order) => DossierNumber.Create(agency, new DateOnly(2000, 1, 1).AddDays(day), order));

    [Theory]
    [InlineData("000.00.04.H40-230414-0002", "000.00.04.H40", "2023-04-14", 2)] // seen in the wild
    [InlineData("H40.12-250521-0001", "H40.12", "2025-05-21", 1)]
    [InlineData("  h40.12-250521-9999 ", "H40.12", "2025-05-21", 9999)]
    [InlineData("H40-240229-0001", "H40", "2024-02-29", 1)]
    [InlineData("H40.12.345.67-991231-0001", "H40.12.345.67", "2099-12-31", 1)]
    public void TryParse_NationalForm_GivesAgencyDayAndOrder(string text, string agency, string day, int order)
    {
        Assert.True(DossierNumber.TryParse(text, out var number));
        Assert.Equal((agency, DateOnly.Parse(day, CultureInfo.InvariantCulture), order), (number.Agency, number.Day, number.Order));
        Assert.Equal(text.Trim().ToUpperInvariant(), number.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("H40.12-250521-1")]
    [InlineData("H40.12-250521-00001")]
    [InlineData("H40.12-250521-10000")]
    [InlineData("H40.12-250521-0000")]
    [InlineData("H40.12-250229-0001")] // no such day
    [InlineData("H40.12-251301-0001")]
    [InlineData("H40.12-2505210-001")]
    [InlineData("H40.1-250521-0001")]
    [InlineData("H40.1234-250521-0001")]
    [InlineData("H40.12.12.12.12-250521-0001")]
    [InlineData("000.00.4.H40-230414-0002")]
    [InlineData("00.00.04.H40-230414-0002")]
    [InlineData("HH0-250521-0001")]
    [InlineData("Đ40-250521-0001")]
    [InlineData("H40.12-250521-000１")] // a full-width digit
    [InlineData("H40.12 -250521-0001")]
    [InlineData("H40.12-250521-0001-")]
    [InlineData("H40.12-250521-0001\n-0002")]
    [InlineData("H40.12-+50521-0001")]
    public void TryParse_NotTheNationalForm_IsFalse(string? text)
    {
        Assert.False(DossierNumber.TryParse(text, out var number));
        Assert.Equal(default, number);
    }

    [Theory]
    [InlineData("H40", 2025, 0)]
    [InlineData("H40", 2025, 10_000)]
    [InlineData("H40", 1999, 1)]
    [InlineData("H40", 2100, 1)]
    [InlineData("40", 2025, 1)]
    public void Create_OutsideTheForm_IsRefused(string agency, int year, int order)
    {
        Assert.False(DossierNumber.TryCreate(agency, new(year, 1, 1), order, out _));
        Assert.Throws<ArgumentException>(() => DossierNumber.Create(agency, new(year, 1, 1), order));
    }

    [Fact]
    public void ToString_AnyNumber_ParsesBackInEitherCaseAndHasTheFormOfTheLaw() => AnyNumber.Sample(number =>
    {
        Assert.Matches(@"^(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{2,3}){0,3})-\d{6}-\d{4}$", number.ToString());
        Assert.Equal(number, DossierNumber.Parse(number.ToString().ToLowerInvariant()));
        Assert.Equal(number, JsonSerializer.Deserialize<DossierNumber>(JsonSerializer.Serialize(number)));
    });

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndOnlyTakesWhatItWritesAgain() =>
        Gen.OneOf(Gen.String, Gen.String["H40.12-5 \n"], Gen.Select(AnyNumber, Gen.Int[0, 17], Gen.Char, Mutate)).Sample(text =>
            !DossierNumber.TryParse(text, out var number) || string.Equals(number.ToString(), text.Trim(), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Json_Number_IsAString() =>
        Assert.Equal("\"H40.12-250521-0001\"", JsonSerializer.Serialize(DossierNumber.Create("h40.12", new(2025, 5, 21), 1)));

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Json_NotANumber_IsAJsonError(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DossierNumber>(json));

    [Fact]
    public void Default_IsNoNumberAndDoesNotCrossAsOne()
    {
        Assert.Equal("", default(DossierNumber).ToString());
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(DossierNumber)));
        Assert.Throws<FormatException>(() => DossierNumber.Parse(""));
    }

    private static string Mutate(DossierNumber number, int at, char to)
    {
        var text = number.ToString().ToCharArray();
        text[at % text.Length] = to;
        return new(text);
    }
}
