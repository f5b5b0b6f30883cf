namespace TitleCertification.Domain.Calendar;

/// <summary>The days that differ from Monday to Friday, as published year by year (Tết and the Hùng Kings' day are lunar: data, not a formula).</summary>
/// <param name="DaysOff">Public holidays and the days given for them.</param>
/// <param name="DaysWorked">Saturdays and Sundays worked in exchange for a day off; a day in both lists is off.</param>
public sealed record Holidays(IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> DaysWorked)
{
    public static Holidays None { get; } = new(new HashSet<DateOnly>(), new HashSet<DateOnly>());

    public static Holidays Off(params IEnumerable<DateOnly> days) => new(new HashSet<DateOnly>(days), None.DaysWorked);

    public bool IsWorkingDay(DateOnly day) =>
        !DaysOff.Contains(day) && (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || DaysWorked.Contains(day));
}
