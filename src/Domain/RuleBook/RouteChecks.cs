using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.RuleBook;

/// <summary>The chosen routes: they exist, follow each other without a gap, name bodies that are there, and end in a certificate that has its words.</summary>
internal static class RouteChecks
{
    internal static IEnumerable<LocalText> Of(Province province, UnitDirectory units, RuleBookParts parts)
    {
        var chosen = parts.Routes.Where(route => province.Routes.Contains(route.Entry.Id)).ToList();
        return [.. Unknown(province, parts), .. parts.Routes.SelectMany(Order), .. chosen.SelectMany(route => Bodies(route, province, units)), .. chosen.SelectMany(Subjects), .. Gaps(chosen), .. Wordings(chosen, parts)];
    }

    private static IEnumerable<LocalText> Unknown(Province province, RuleBookParts parts) => province.Routes.Where(id => parts.Routes.All(route => route.Entry.Id != id))
        .Select(id => Place.Province.In(Province.FileName).Error($"không có quy trình \"{id}\" trong routes/.", $"there is no route \"{id}\" in routes/."));

    /// <summary>From stage to stage a case goes up, never down: nobody is decided about by a body below one that has already decided.</summary>
    private static IEnumerable<LocalText> Order(Located<ReviewRoute> route) => route.Entry.Stages.Zip(route.Entry.Stages.Skip(1)).Where(pair => pair.Second.Level > pair.First.Level)
        .Select(pair => route.Where(pair.Second).Error(
            $"do cơ quan cấp {pair.Second.Level} quyết định, thấp hơn cấp của bước trước, {pair.First.Level}.",
            $"it is decided by a body of level {pair.Second.Level}, below that of the stage before, {pair.First.Level}."));

    /// <summary>A level has bodies on the first and on the last day of the route, or the route outlives those who are to decide.</summary>
    private static IEnumerable<LocalText> Bodies(Located<ReviewRoute> route, Province province, UnitDirectory units)
    {
        var validity = route.Entry.Validity;
        DateOnly[] days = province.AsOf is { } still ? (validity.HoldsOn(still) ? [still] : []) : [validity.From, validity.To ?? DateOnly.MaxValue];
        foreach (var stage in route.Entry.Stages)
            if (days.Where(day => units.On(day).All.All(unit => unit.Kind != stage.Level)).Select(day => (DateOnly?)day).FirstOrDefault() is { } day)
                yield return day == DateOnly.MaxValue
                    ? route.Where(stage).Error($"quy trình không có ngày kết thúc, mà các đơn vị cấp {stage.Level} thì có.", $"the route has no end, but the units of level {stage.Level} have.")
                    : route.Where(stage).Error($"không có đơn vị cấp {stage.Level} nào ngày {day:yyyy-MM-dd}.", $"there is no unit of level {stage.Level} on {day:yyyy-MM-dd}.");
    }

    /// <summary>A community is a unit itself: no body below it can decide about it.</summary>
    private static IEnumerable<LocalText> Subjects(Located<ReviewRoute> route) =>
        from subject in Subjects([route])
        where subject.Title == TitleKind.Community
        let level = subject.Level
        from stage in route.Entry.Stages
        where level is HolderLevel.Province && stage.Level != UnitKind.Province || level is HolderLevel.District && stage.Level is not (UnitKind.Province or UnitKind.District)
        select route.Where(stage).Error(
            $"cơ quan cấp {stage.Level} thấp hơn cộng đồng cấp {level} nên không thể quyết định.",
            $"a body of level {stage.Level} stands below a community of level {level} and cannot decide about it.");

    private static IEnumerable<LocalText> Gaps(List<Located<ReviewRoute>> chosen)
    {
        foreach (var subject in Subjects(chosen))
        {
            var end = (DateOnly?)null;
            foreach (var route in chosen.Where(route => route.Entry.Validity.IsFor(subject.Title, subject.Level)).OrderBy(route => route.Entry.Validity.From))
            {
                var validity = route.Entry.Validity;
                if (end is { } last && last < DateOnly.MaxValue && validity.From > last.AddDays(1))
                    yield return route.Where().Error(
                        $"{subject.Words} không có quy trình từ {last.AddDays(1):yyyy-MM-dd} đến {validity.From.AddDays(-1):yyyy-MM-dd}.",
                        $"{subject.Words} has no route from {last.AddDays(1):yyyy-MM-dd} to {validity.From.AddDays(-1):yyyy-MM-dd}.");
                var to = validity.To ?? DateOnly.MaxValue;
                end = end is null || to > end ? to : end;
            }
        }
    }

    private static IEnumerable<LocalText> Wordings(List<Located<ReviewRoute>> chosen, RuleBookParts parts)
    {
        foreach (var route in chosen)
            foreach (var subject in Subjects([route]).Where(subject => !parts.Wordings.Any(wording => Covers(wording.Entry.Validity, route.Entry.Validity, subject))))
                yield return route.Where().Error(
                    $"không có lời văn nào cho giấy chứng nhận {subject.Words} từ ngày đầu đến ngày cuối của quy trình.",
                    $"no wording holds for a certificate of {subject.Words} from the first to the last day of the route.");
    }

    private static bool Covers(Validity wording, Validity route, TitleAtLevel subject) =>
        wording.IsFor(subject.Title, subject.Level) && wording.From <= route.From && (wording.To is null || route.To <= wording.To);

    private static IEnumerable<TitleAtLevel> Subjects(IEnumerable<Located<ReviewRoute>> routes) =>
        routes.SelectMany(route => route.Entry.Validity.AppliesTo).SelectMany(applies => applies.Subjects).Distinct();
}
