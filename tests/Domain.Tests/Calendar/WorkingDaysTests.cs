using System.Globalization;
using CsCheck;
using TitleCertification.Domain.Calendar;

namespace TitleCertification.Domain.Tests.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly DateOnly Monday = new(2025, 5, 19);

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 20_000].Select(days => new DateOnly(2000, 1, 1).AddDays(days));

    private static readonly Gen<Holidays> AnyHolidays = Gen.Select(AnyDay.List[0, 60], AnyDay.List[0, 20], Gen.Int[0, 30])
        .Select((off, worked, near) => new Holidays(
            new HashSet<DateOnly>([.. off, .. Enumerable.Range(0, near).Select(i => Monday.AddDays(i))]),
            new HashSet<DateOnly>(worked)));

    [Theory]
    [InlineData("2025-05-19", 1, "2025-05-20")]
    [InlineData("2025-05-19", 5, "2025-05-26")] // over a weekend
    [InlineData("2025-05-23", 1, "2025-05-26")] // Friday to Monday
    [InlineData("2025-05-24", 1, "2025-05-26")] // Saturday counts as received, Monday is the first day
    [InlineData("2025-05-25", 10, "2025-06-06")]
    [InlineData("2025-05-19", 0, "2025-05-19")]
    [InlineData("2025-05-24", 0, "2025-05-26")]
    [InlineData("2024-02-28", 1, "2024-02-29")]
    [InlineData("2024-02-28", 2, "2024-03-01")]
    [InlineData("2025-02-28", 1, "2025-03-03")]
    [InlineData("2025-12-31", 1, "2026-01-01")] // without data nobody knows of the holiday
    public void Add_WithoutHolidays_CountsMondayToFridayAfterTheFirstDay(string start, int days, string end) =>
        Assert.Equal(Day(end), WorkingDays.Add(Day(start), days, Holidays.None));

    [Theory]
    [InlineData("2025-04-29", 1, "2025-05-05")] // 30 April, 1 and 2 May off, then the weekend
    [InlineData("2025-04-25", 1, "2025-04-26")] // a Saturday worked in exchange for 2 May
    [InlineData("2025-04-25", 3, "2025-04-29")]
    [InlineData("2025-04-30", 0, "2025-05-05")]
    public void Add_WithHolidaysAndAnExchangedSaturday_FollowsTheData(string start, int days, string end)
    {
        var holidays = new Holidays(
            new HashSet<DateOnly> { new(2025, 4, 30), new(2025, 5, 1), new(2025, 5, 2) },
            new HashSet<DateOnly> { new(2025, 4, 26) });

        Assert.Equal(Day(end), WorkingDays.Add(Day(start), days, holidays));
    }

    [Fact]
    public void IsWorkingDay_BothOffAndWorked_IsOff()
    {
        var saturday = new HashSet<DateOnly> { new(2025, 4, 26) };

        Assert.False(new Holidays(saturday, saturday).IsWorkingDay(new(2025, 4, 26)));
    }

    [Theory]
    [InlineData("2025-05-19T02:00:00Z", "2025-05-26T17:00:00Z")] // Monday 09:00 in Viet Nam: over at the end of Monday after
    [InlineData("2025-05-18T16:59:59Z", "2025-05-23T17:00:00Z")] // Sunday 23:59:59: Monday is the first day
    [InlineData("2025-05-18T17:00:00Z", "2025-05-26T17:00:00Z")] // Monday 00:00: Tuesday is the first day
    [InlineData("2025-12-31T16:59:59Z", "2026-01-07T17:00:00Z")]
    public void DueAt_FiveDaysFromAnInstant_IsMidnightAtTheEndOfTheLastVietnameseDay(string received, string due) =>
        Assert.Equal(Instant(due), WorkingDays.DueAt(Instant(received), 5, Holidays.None));

    [Fact]
    public void Add_NegativeDays_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(Monday, -1, Holidays.None));

    [Fact]
    public void Add_AnyPeriod_EndsOnAWorkingDayAndBetweenCountsItBack() =>
        Gen.Select(AnyDay, Gen.Int[1, 90], AnyHolidays).Sample((start, days, holidays) =>
        {
            var end = WorkingDays.Add(start, days, holidays);
            return end > start && holidays.IsWorkingDay(end) && WorkingDays.Between(start, end, holidays) == days;
        });

    [Fact]
    public void Add_MoreDaysOrALaterStart_NeverEndsEarlier() =>
        Gen.Select(AnyDay, Gen.Int[0, 60], AnyHolidays).Sample((start, days, holidays) =>
            // From a Saturday, no day and one day both end on Monday; from there on every day counts.
            WorkingDays.Add(start, days + 1, holidays) >= WorkingDays.Add(start, days, holidays).AddDays(days == 0 ? 0 : 1)
            && WorkingDays.Add(start.AddDays(1), days, holidays) >= WorkingDays.Add(start, days, holidays));

    [Fact]
    public void Add_InTwoSteps_IsTheSameAsInOne() =>
        Gen.Select(AnyDay, Gen.Int[1, 40], Gen.Int[1, 40], AnyHolidays).Sample((start, first, second, holidays) =>
            WorkingDays.Add(WorkingDays.Add(start, first, holidays), second, holidays) == WorkingDays.Add(start, first + second, holidays));

    [Fact]
    public void Add_OneMoreHoliday_NeverEndsEarlier() =>
        Gen.Select(AnyDay, Gen.Int[0, 60], AnyHolidays, Gen.Int[0, 90]).Sample((start, days, holidays, when) =>
            WorkingDays.Add(start, days, holidays with { DaysOff = new HashSet<DateOnly>([.. holidays.DaysOff, start.AddDays(when)]) })
                >= WorkingDays.Add(start, days, holidays));

    [Theory]
    [InlineData("2025-05-26", 1, "2025-05-23")]
    [InlineData("2025-05-26", 0, "2025-05-26")]
    [InlineData("2025-05-25", 0, "2025-05-23")]
    [InlineData("2024-03-01", 1, "2024-02-29")]
    public void Before_WithoutHolidays_CountsMondayToFridayBackwards(string end, int days, string start) =>
        Assert.Equal(Day(start), WorkingDays.Before(Day(end), days, Holidays.None));

    [Fact]
    public void Before_EndOfAnyPeriod_IsAWorkingDayAsManyDaysAway() =>
        Gen.Select(AnyDay, Gen.Int[1, 90], AnyHolidays).Sample((start, days, holidays) =>
        {
            var end = WorkingDays.Add(start, days, holidays);
            var back = WorkingDays.Before(end, days, holidays);
            return holidays.IsWorkingDay(back) && WorkingDays.Between(back, end, holidays) == days && back <= start;
        });

    [Fact]
    public void Between_EndNotAfterStart_IsZero()
    {
        Assert.Equal(0, WorkingDays.Between(Monday, Monday, Holidays.None));
        Assert.Equal(0, WorkingDays.Between(Monday, Monday.AddDays(-7), Holidays.None));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
