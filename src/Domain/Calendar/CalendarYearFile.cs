using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Calendar;

/// <summary>Reads a file of <c>rulebook/calendar</c>, one a year.</summary>
internal static class CalendarYearFile
{
    private const int LongestSpan = 31;

    /// <returns>Null when there is any error; all of them are in <paramref name="errors"/>.</returns>
    internal static CalendarYear? Parse(ReadOnlyMemory<byte> json, string fileName, List<LocalText> errors)
    {
        var before = errors.Count;
        var year = EntryFile.Read(json, fileName, Place.Calendar, errors, Read);
        return errors.Count == before ? year : null;
    }

    private static CalendarYear? Read(EntryReader file)
    {
        var (year, basis, certainty, announced) = (file.Number("year"), file.Basis("basis"), file.Certainty(), file.Flag("announced"));
        var spans = file.List("days", Place.Of("days")).Select(entry => (Entry: entry, Days: ReadDays(entry))).ToList();
        var notes = file.Notes();
        if (year is null || basis is null || certainty is null || announced is null)
            return null;

        if (year is < 2000 or > 2099)
            file.Error($"\"year\" là {year}; phải từ 2000 đến 2099.", $"\"year\" is {year}; it must be from 2000 to 2099.");
        var seen = new HashSet<DateOnly>();
        foreach (var (entry, days) in spans)
            foreach (var day in days)
                Check(entry, day, year.Value, seen);
        var all = spans.SelectMany(span => span.Days).OrderBy(day => day.Day).ToList();
        CheckSwaps(file, all);
        return new(year.Value, basis, certainty.Value, announced.Value, all) { Notes = notes };
    }

    private static IReadOnlyList<CalendarDay> ReadDays(EntryReader entry)
    {
        var (from, to, kind, name) = (entry.Date("from"), entry.Date("to", optional: true), entry.Choice<CalendarDayKind>("kind"), entry.LocalHere());
        entry.RefuseUnknown();
        if (from is null || kind is null || name is null)
            return [];
        var last = to ?? from.Value;
        if (last < from || last.DayNumber - from.Value.DayNumber >= LongestSpan)
        {
            entry.Error($"từ {from:yyyy-MM-dd} đến {last:yyyy-MM-dd}; phải là 1 đến {LongestSpan} ngày.", $"it goes from {from:yyyy-MM-dd} to {last:yyyy-MM-dd}; that must be 1 to {LongestSpan} days.");
            return [];
        }

        return [.. Enumerable.Range(0, last.DayNumber - from.Value.DayNumber + 1).Select(i => new CalendarDay(from.Value.AddDays(i), kind.Value, name))];
    }

    private static void Check(EntryReader entry, CalendarDay day, int year, HashSet<DateOnly> seen)
    {
        if (day.Day.Year != year)
            entry.Error($"{day.Day:yyyy-MM-dd} không phải là ngày của năm {year}.", $"{day.Day:yyyy-MM-dd} is not a day of {year}.");
        if (!seen.Add(day.Day))
            entry.Error($"{day.Day:yyyy-MM-dd} đã có rồi.", $"{day.Day:yyyy-MM-dd} is there already.");
        var weekend = day.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (day.Kind is CalendarDayKind.Worked && !weekend)
            entry.Error($"{day.Day:yyyy-MM-dd} là {Weekday(day.Day)}, vốn là ngày làm việc.", $"{day.Day:yyyy-MM-dd} is a {day.Day.DayOfWeek}, which is worked anyway.");
        if (day.Kind is CalendarDayKind.Swapped or CalendarDayKind.Substitute && weekend)
            entry.Error($"{day.Day:yyyy-MM-dd} là {Weekday(day.Day)}, vốn là ngày nghỉ.", $"{day.Day:yyyy-MM-dd} is a {day.Day.DayOfWeek}, which is off anyway.");
    }

    private static string Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => "thứ Hai",
        DayOfWeek.Tuesday => "thứ Ba",
        DayOfWeek.Wednesday => "thứ Tư",
        DayOfWeek.Thursday => "thứ Năm",
        DayOfWeek.Friday => "thứ Sáu",
        DayOfWeek.Saturday => "thứ Bảy",
        _ => "Chủ nhật",
    };

    private static void CheckSwaps(EntryReader file, List<CalendarDay> days)
    {
        var (swapped, worked) = (days.Count(day => day.Kind is CalendarDayKind.Swapped), days.Count(day => day.Kind is CalendarDayKind.Worked));
        if (swapped != worked)
            file.Error(
                $"có {swapped} ngày nghỉ hoán đổi mà {worked} ngày làm bù; mỗi ngày nghỉ phải có một ngày làm bù.",
                $"{swapped} day(s) are swapped and {worked} worked in exchange; for each there must be the other.");
    }
}
