using System.Globalization;

namespace TitleCertification.Domain.Calendar;

/// <summary>Dates as Vietnamese documents write them.</summary>
public static class VietnameseDates
{
    /// <summary>
    /// "ngày 20 tháng 5 năm 2025"; days below 10 and the months 1 and 2 take a leading zero ("ngày 05 tháng 01 năm 2025"), so that nobody can add a digit
    /// in front (form of Decree 30/2020/NĐ-CP, recalled).
    /// </summary>
    public static string Written(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {(day.Month <= 2 ? "0" : "")}{day.Month} năm {day.Year}");

    /// <summary>"20/05/2025".</summary>
    public static string Numeric(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
