namespace TitleCertification.Domain.Calendar;

/// <summary>
/// Vietnamese days and UTC instants. Viet Nam (Asia/Ho_Chi_Minh) has been at UTC+7 without summer time since 13 June 1975, so a constant is right for every
/// date of this service and needs no time zone data on the machine.
/// </summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The same instant on a Vietnamese clock.</summary>
    public static DateTimeOffset At(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The Vietnamese day of the instant: 17:00 UTC is already the next day.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    /// <summary>Midnight at the beginning of the Vietnamese day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>Midnight at the end of the Vietnamese day, in UTC: the first instant that is no longer in it.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
