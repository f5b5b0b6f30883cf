namespace TitleCertification.Domain.Calendar;

/// <summary>
/// Deadlines in Vietnamese working days, counted as the Civil Code 2015 counts a period: the day of the event does not count (article 147),
/// and the period ends when its last day ends, at midnight, on a working day (article 148).
/// </summary>
public static class WorkingDays
{
    /// <summary>The working day on which a period that begins on <paramref name="start"/> ends. Zero days: that day itself or the first working day after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is negative, or the calendar ends before the period does.</exception>
    public static DateOnly Add(DateOnly start, int workingDays, Holidays holidays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = start;
        if (workingDays == 0)
            while (!holidays.IsWorkingDay(day))
                day = day.AddDays(1);
        for (var counted = 0; counted < workingDays;)
        {
            day = day.AddDays(1);
            if (holidays.IsWorkingDay(day))
                counted++;
        }

        return day;
    }

    /// <summary>The working day that many working days before <paramref name="end"/>. Zero days: <paramref name="end"/> itself or the last working day before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is negative, or the calendar begins after the period does.</exception>
    public static DateOnly Before(DateOnly end, int workingDays, Holidays holidays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = end;
        for (var left = workingDays; left > 0 || !holidays.IsWorkingDay(day);)
        {
            day = day.AddDays(-1);
            if (left > 0 && holidays.IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>When the period is over, in UTC: midnight at the end of its last day in Viet Nam. At this very instant it is too late.</summary>
    public static DateTimeOffset DueAt(DateOnly start, int workingDays, Holidays holidays) => VietnamTime.EndOf(Add(start, workingDays, holidays));

    /// <summary>As <see cref="DueAt(DateOnly, int, Holidays)"/>, from the Vietnamese day of an instant.</summary>
    public static DateTimeOffset DueAt(DateTimeOffset from, int workingDays, Holidays holidays) => DueAt(VietnamTime.DayOf(from), workingDays, holidays);

    /// <summary>
    /// Working days after <paramref name="start"/> up to and including <paramref name="end"/>, the count that <see cref="Add"/> added; 0 when the end is not after the start.
    /// </summary>
    public static int Between(DateOnly start, DateOnly end, Holidays holidays)
    {
        var count = 0;
        for (var day = start; day < end;)
        {
            day = day.AddDays(1);
            if (holidays.IsWorkingDay(day))
                count++;
        }

        return count;
    }
}
