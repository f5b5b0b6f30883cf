using System.Globalization;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Text;

namespace TitleCertification.Portal;

/// <summary>Days as people say them.</summary>
public static class DateWords
{
    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    /// <summary>"thứ Sáu 05/12/2026"; "Friday 5 December 2026".</summary>
    public static LocalText WithWeekday(DateOnly day) => new(
        $"{Weekdays[(int)day.DayOfWeek]} {VietnameseDates.Numeric(day)}", day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>"ngày 05 tháng 12 năm 2026"; "5 December 2026".</summary>
    public static LocalText Long(DateOnly day) => new(VietnameseDates.Written(day), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>"05/12/2026"; "5 December 2026".</summary>
    public static LocalText Short(DateOnly day) => new(VietnameseDates.Numeric(day), Long(day).En);

    /// <summary>"Còn 3 ngày làm việc, đến hết thứ Sáu 05/12/2026". What is over is said to be over.</summary>
    /// <param name="daysLeft">Working days after today up to and including the day itself.</param>
    public static LocalText Due(DateOnly due, DateOnly today, int daysLeft)
    {
        var (vi, en) = (WithWeekday(due).Vi, WithWeekday(due).En);
        if (due < today)
            return new($"Đã quá hạn, hạn là hết {vi}", $"Overdue since the end of {en}");
        return daysLeft == 0
            ? new($"Hạn là hôm nay, hết {vi}", $"Due today, by the end of {en}")
            : new($"Còn {daysLeft} ngày làm việc, đến hết {vi}", $"{daysLeft} working day{(daysLeft == 1 ? "" : "s")} left, until the end of {en}");
    }

    /// <summary>"14:05 ngày 05/12/2026"; "5 December 2026, 14:05": the clock of Viet Nam.</summary>
    public static LocalText Moment(DateTimeOffset instant)
    {
        var (time, day) = (VietnamTime.At(instant).ToString("HH:mm", CultureInfo.InvariantCulture), VietnamTime.DayOf(instant));
        return new($"{time} ngày {VietnameseDates.Numeric(day)}", $"{Long(day).En}, {time}");
    }
}
