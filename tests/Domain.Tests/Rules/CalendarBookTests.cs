using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Rules;

/// <summary>The calendar and the deadlines of the shipped rule book.</summary>
public class CalendarBookTests
{
    private static readonly Domain.RuleBook.RuleBook Book = ABook.Shipped().Book();
    private static readonly Holidays Holidays = Book.Calendar.Holidays;

    [Theory]
    [InlineData("2024-02-08", "2024-02-15")] // Tết 2024: off from the 8th to the 14th
    [InlineData("2024-04-29", "2024-05-02")] // off in exchange for Saturday 4 May
    [InlineData("2025-01-27", "2025-02-03")] // Tết 2025
    [InlineData("2025-05-01", "2025-05-05")] // 2 May is off in exchange for Saturday 26 April
    [InlineData("2025-09-01", "2025-09-03")]
    [InlineData("2026-02-16", "2026-02-23")] // Tết 2026
    [InlineData("2026-04-26", "2026-04-28")] // the Hùng Kings' day is a Sunday, Monday stands in for it
    [InlineData("2026-08-29", "2026-09-03")]
    [InlineData("2027-02-05", "2027-02-11")]
    public void Holiday_FirstDayOff_GoesOnUntil(string off, string nextWorked) =>
        Assert.Equal(DateOnly.Parse(nextWorked), WorkingDays.Add(DateOnly.Parse(off), 0, Holidays));

    [Theory]
    [InlineData("2024-05-04")]
    [InlineData("2025-04-26")]
    [InlineData("2026-01-10")]
    [InlineData("2026-08-22")]
    public void SwappedSaturday_IsWorked(string day)
    {
        Assert.Equal(DayOfWeek.Saturday, DateOnly.Parse(day).DayOfWeek);
        Assert.True(Holidays.IsWorkingDay(DateOnly.Parse(day)));
    }

    [Fact]
    public void Tet_InTheMiddleOfAStage_IsNotCounted()
    {
        // Thursday 12 February 2026: Friday 13 is the first day, then comes Tết, and Monday 23 the second.
        Assert.Equal(new DateOnly(2026, 2, 23), WorkingDays.Add(new(2026, 2, 12), 2, Holidays));
        Assert.Equal(2, WorkingDays.Between(new(2026, 2, 12), new(2026, 2, 23), Holidays));
        Assert.Equal(new DateOnly(2026, 2, 13), WorkingDays.Before(new(2026, 2, 23), 1, Holidays));
    }

    [Fact]
    public void Year_HasTheDaysOfTheLabourCode()
    {
        // Eleven days a year (article 112), whatever is swapped; those of 2027 are not all announced.
        foreach (var year in Book.Calendar.Years.Where(year => year.Announced))
        {
            var off = year.Days.Count(day => day.Kind is CalendarDayKind.Holiday or CalendarDayKind.Substitute && day.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            Assert.Equal(11, off);
        }

        Assert.Equal([2024, 2025, 2026, 2027], Book.Calendar.Years.Select(year => year.Year));
        Assert.False(Book.Calendar.Years[^1].Announced);
    }

    [Fact]
    public void LastInstantOfTheYear_BelongsToTheOldYear()
    {
        var late = new DateTimeOffset(2026, 12, 31, 23, 59, 0, VietnamTime.Offset);

        Assert.Equal(new DateOnly(2026, 12, 31), VietnamTime.DayOf(late));
        Assert.Equal(new DateOnly(2027, 1, 1), VietnamTime.DayOf(late.AddMinutes(1)));
        // One working day from New Year's Eve: New Year's Day is off, and a Friday.
        Assert.Equal(new DateOnly(2027, 1, 4), WorkingDays.Add(VietnamTime.DayOf(late), 1, Holidays));
    }

    [Fact]
    public void CalendarOfAnOldCase_GoesOnWithTodaysForLaterYears()
    {
        var old = new HolidayCalendar(Book.Calendar.Years.Where(year => year.Year <= 2025).Select(year => year with { Days = [.. year.Days.Where(day => day.Day != new DateOnly(2025, 9, 1))] }));

        var holidays = old.ContinuedBy(Book.Calendar);

        Assert.True(holidays.IsWorkingDay(new(2025, 9, 1)));
        Assert.False(holidays.IsWorkingDay(new(2026, 2, 17)));
        Assert.True(holidays.IsWorkingDay(new(2026, 8, 22)));
    }

    [Theory]
    [InlineData(TitleKind.LearningUnit, HolderLevel.Province, 2025, "unit-submits", "2026-01-15")]
    [InlineData(TitleKind.LearningUnit, HolderLevel.District, 2025, "unit-recognised", "2026-02-15")]
    [InlineData(TitleKind.Community, HolderLevel.Commune, 2025, "commune-submits", "2026-02-28")]
    [InlineData(TitleKind.Community, HolderLevel.Commune, 2027, "commune-submits", "2028-02-28")] // a leap year: still the 28th
    [InlineData(TitleKind.Community, HolderLevel.Commune, 2025, "commune-recognised", "2026-03-31")]
    [InlineData(TitleKind.Community, HolderLevel.District, 2024, "district-submits", "2025-04-30")]
    [InlineData(TitleKind.Community, HolderLevel.District, 2024, "district-recognised", "2025-05-31")]
    [InlineData(TitleKind.LearningUnit, HolderLevel.District, 2025, "unit-reports", "2026-04-01")] // "in the first quarter": until 31 March
    [InlineData(TitleKind.Family, HolderLevel.Household, 2019, "province-reports", "2019-12-15")] // in the assessed year itself
    public void Deadline_OfEachTitle_IsBeforeTheDayOfTheText(TitleKind title, HolderLevel level, int year, string code, string before) =>
        Assert.Equal(DateOnly.Parse(before), Book.DeadlinesFor(title, level, year).Single(deadline => deadline.Code == code).Before);

    [Fact]
    public void Deadlines_OfALevelThatEnded_EndWithIt() => Assert.Empty(Book.DeadlinesFor(TitleKind.Community, HolderLevel.District, 2025));

    [Theory]
    [InlineData(2027, "2028-02-27T23:59:59.9999999+07:00", "2028-02-28T00:00:00+07:00")] // 29 February 2028 is too late like any later day
    [InlineData(2025, "2026-02-27T23:59:59.9999999+07:00", "2026-02-28T00:00:00+07:00")]
    public void Deadline_Midnight_IsTheFirstInstantThatIsTooLate(int year, string met, string late)
    {
        var deadline = Book.DeadlinesFor(TitleKind.Community, HolderLevel.Commune, year)[0];

        Assert.Equal(DateTimeOffset.Parse(late), deadline.PassedAt);
        Assert.True(DateTimeOffset.Parse(met) < deadline.PassedAt);
        Assert.Equal(VietnamTime.DayOf(DateTimeOffset.Parse(met)), deadline.LastDay);
    }
}
