using TitleCertification.Domain.Review;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Portal.Pages;

namespace TitleCertification.Functions.RuleBook;

/// <summary>What a good rule book holds, in words: what can be certified under it, and what is left to fill in.</summary>
internal static class RuleBookSentences
{
    public static IEnumerable<LocalText> Of(Domain.RuleBook.RuleBook book, DateOnly today)
    {
        var day = book.DayFor(today);
        var province = book.Units.Ever(book.Province.Unit)[^1].FullName;
        yield return new(
            $"Bộ quy tắc của {province}, bản {book.Version[..12]}{(book.IsSample ? " (mẫu, không có giá trị pháp lý)" : "")}: không có lỗi.",
            $"Rule book of {province}, edition {book.Version[..12]}{(book.IsSample ? " (a sample without legal value)" : "")}: no errors.");
        yield return new(
            $"Đơn vị hành chính ngày {day:dd/MM/yyyy}: {book.Units.On(day).All.Count()}; lịch nghỉ các năm {Years(book)}.",
            $"Administrative units on {day:yyyy-MM-dd}: {book.Units.On(day).All.Count()}; holidays of the years {Years(book)}.");
        foreach (var set in book.CriteriaSets.Values.OrderBy(set => set.Id, StringComparer.Ordinal))
            yield return new(
                $"Bộ tiêu chí {set.Id} ({set.Name.Vi}), {Period(set.ValidFrom, set.ValidTo).Vi}: {(set.Complete ? "đầy đủ" : "chưa đầy đủ, chỉ để xem và chuẩn bị")}.",
                $"Criteria set {set.Id} ({set.Name.En}), {Period(set.ValidFrom, set.ValidTo).En}: {(set.Complete ? "complete" : "incomplete, to be shown and prepared only")}.");
        foreach (var route in book.Routes.OrderBy(route => route.Validity.From).ThenBy(route => route.Id, StringComparer.Ordinal))
            yield return Of(route, book.Province);
        foreach (var gap in Gaps(book, day))
            yield return gap;
        if (MissingYear(book, today) is { } missing)
            yield return missing;
    }

    private static LocalText Of(ReviewRoute route, Province province)
    {
        var chosen = province.Routes.Contains(route.Id);
        return new(
            $"Quy trình {route.Id} ({route.Name.Vi}), {Period(route.Validity.From, route.Validity.To).Vi}: {(chosen ? "được chọn" : "không được chọn")}{(route.IsComplete ? "" : ", thiếu thời hạn")}.",
            $"Route {route.Id} ({route.Name.En}), {Period(route.Validity.From, route.Validity.To).En}: {(chosen ? "chosen" : "not chosen")}{(route.IsComplete ? "" : ", days are missing")}.");
    }

    /// <summary>The titles for which nothing can be certified on the day, each with the reason.</summary>
    internal static IEnumerable<LocalText> Gaps(Domain.RuleBook.RuleBook book, DateOnly day) =>
        from title in TitleInfo.All
        from level in title.Levels
        let all = Missing(book.RouteFor(title.Kind, level, day), [.. book.CriteriaSets.Values.Where(set => set.Complete && set.Title == title.Kind && set.Levels.Contains(level))], day).ToList()
        where all.Count > 0
        let missing = new LocalText(string.Join(", ", all.Select(text => text.Vi)), string.Join(", ", all.Select(text => text.En)))
        select new LocalText(
            $"{title.Name.Vi} ({Small(TitleWords.Level(title.Kind, level).Vi)}) chưa công nhận được: {missing.Vi}.", $"{title.Name.En} ({Small(TitleWords.Level(title.Kind, level).En)}) cannot be certified yet: {missing.En}.");

    /// <summary>Deadlines reach into the next year months before it begins; its holidays are announced late in the year before.</summary>
    internal static LocalText? MissingYear(Domain.RuleBook.RuleBook book, DateOnly today)
    {
        var year = today.AddMonths(3).Year;
        return book.Calendar.Covers(year)
            ? null
            : new($"Lịch nghỉ năm {year} chưa có: thời hạn chỉ tính thứ Bảy và Chủ nhật là ngày nghỉ.", $"The holidays of {year} are missing: deadlines count only Saturdays and Sundays as days off.");
    }

    private static IEnumerable<LocalText> Missing(ReviewRoute? route, IReadOnlyList<CriteriaSet> complete, DateOnly day)
    {
        if (route is null)
            yield return new("chưa có quy trình", "there is no route");
        else if (!route.IsComplete)
            yield return new("quy trình thiếu thời hạn", "its route lacks days");
        if (complete.Count == 0)
            yield return new("chưa có bộ tiêu chí đầy đủ", "no criteria set is complete");
        // A year is judged by what is in force on its last day.
        else if (!complete.Any(set => set.HoldsOn(new(day.Year, 12, 31))))
            yield return new($"bộ tiêu chí đầy đủ không có hiệu lực ngày 31/12/{day.Year}", $"no complete criteria set is in force on 31 December {day.Year}");
    }

    private static string Small(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Years(Domain.RuleBook.RuleBook book) => string.Join(", ", book.Calendar.Years.Select(year => year.Year));

    private static LocalText Period(DateOnly from, DateOnly? to) => to is { } end
        ? new($"từ {from:dd/MM/yyyy} đến {end:dd/MM/yyyy}", $"from {from:yyyy-MM-dd} to {end:yyyy-MM-dd}")
        : new($"từ {from:dd/MM/yyyy}", $"from {from:yyyy-MM-dd}");
}
