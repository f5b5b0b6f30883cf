using System.Globalization;
using TitleCertification.Domain.Calendar;

namespace TitleCertification.Functions.Pages;

/// <summary>Days as people type them, the day first; a telephone's keypad of digits has no stroke.</summary>
internal static class TypedDay
{
    private static readonly string[] Forms = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d M yyyy", "ddMMyyyy", "yyyy-MM-dd"];

    public static DateOnly? Of(string text) => DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>"05/12/2026"; empty where there is none.</summary>
    public static string Write(DateOnly? day) => day is { } known ? VietnameseDates.Numeric(known) : "";
}
