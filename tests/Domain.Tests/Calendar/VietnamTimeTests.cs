using System.Globalization;
using CsCheck;
using TitleCertification.Domain.Calendar;

namespace TitleCertification.Domain.Tests.Calendar;

public sealed class VietnamTimeTests
{
    [Theory]
    [InlineData("2025-12-31T16:59:59Z", "2025-12-31")] // 23:59:59 on New Year's Eve in Viet Nam
    [InlineData("2025-12-31T17:00:00Z", "2026-01-01")]
    [InlineData("2025-12-31T23:59:59Z", "2026-01-01")]
    [InlineData("2024-02-28T17:00:00Z", "2024-02-29")]
    [InlineData("2025-02-28T17:00:00Z", "2025-03-01")]
    [InlineData("2025-06-30T23:59:59+07:00", "2025-06-30")] // the last day of the districts
    [InlineData("2025-06-30T16:59:59.9999999Z", "2025-06-30")]
    public void DayOf_Instant_IsTheVietnameseDay(string instant, string day) => Assert.Equal(Day(day), VietnamTime.DayOf(Instant(instant)));

    [Fact]
    public void EndOf_Day_IsTheFirstInstantOfTheNextInUtc()
    {
        Assert.Equal(Instant("2025-12-31T17:00:00Z"), VietnamTime.EndOf(new(2025, 12, 31)));
        Assert.Equal(TimeSpan.Zero, VietnamTime.EndOf(new(2025, 12, 31)).Offset);
    }

    [Fact]
    public void DayOf_AnyInstant_IsTheDayWhoseLimitsHoldIt() =>
        Gen.Long[Instant("1975-07-01T00:00:00Z").UtcTicks, Instant("2099-12-31T00:00:00Z").UtcTicks]
            .Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero))
            .Sample(instant => VietnamTime.StartOf(VietnamTime.DayOf(instant)) <= instant && instant < VietnamTime.EndOf(VietnamTime.DayOf(instant)));

    [Theory]
    [InlineData("2025-05-20", "ngày 20 tháng 5 năm 2025", "20/05/2025")]
    [InlineData("2025-01-05", "ngày 05 tháng 01 năm 2025", "05/01/2025")]
    [InlineData("2024-02-29", "ngày 29 tháng 02 năm 2024", "29/02/2024")]
    [InlineData("2025-12-03", "ngày 03 tháng 12 năm 2025", "03/12/2025")]
    public void VietnameseDates_Day_IsWrittenAsOnDocuments(string day, string written, string numeric)
    {
        Assert.Equal(written, VietnameseDates.Written(Day(day)));
        Assert.Equal(numeric, VietnameseDates.Numeric(Day(day)));
    }

    [Fact]
    public void VietnameseDates_UnderAnotherCulture_AreTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { DateTimeFormat = { DateSeparator = "-" }, NumberFormat = { NegativeSign = "~" } };
        try
        {
            Assert.Equal("20/05/2025", VietnameseDates.Numeric(new(2025, 5, 20)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
