namespace TitleCertification.Domain.Calendar;

/// <summary>The years the rule book has holidays for. In a year it does not cover, only Saturdays and Sundays are no working days.</summary>
public sealed class HolidayCalendar
{
    private readonly Dictionary<int, CalendarYear> byYear;

    public HolidayCalendar(IEnumerable<CalendarYear> years)
    {
        Years = [.. years.OrderBy(year => year.Year)];
        byYear = Years.ToDictionary(year => year.Year);
        Holidays = Of(Years);
    }

    /// <summary>In their order.</summary>
    public IReadOnlyList<CalendarYear> Years { get; }

    public Holidays Holidays { get; }

    public bool Covers(int year) => byYear.ContainsKey(year);

    /// <summary>
    /// This calendar for the years it covers, the later one for all others: a case keeps the days it was submitted under, and is not counted through a year
    /// without holidays because it began before that year was announced.
    /// </summary>
    public Holidays ContinuedBy(HolidayCalendar later) => ReferenceEquals(later, this) ? Holidays : Of([.. Years, .. later.Years.Where(year => !Covers(year.Year))]);

    private static Holidays Of(IEnumerable<CalendarYear> years)
    {
        var (off, worked) = (new HashSet<DateOnly>(), new HashSet<DateOnly>());
        foreach (var day in years.SelectMany(year => year.Days))
            (day.Kind is CalendarDayKind.Worked ? worked : off).Add(day.Day);
        return new(off, worked);
    }
}
