using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.RuleBook;

/// <summary>What must hold between the files of a rule book, each of which is sound by itself.</summary>
internal static class RuleBookChecks
{
    internal static IEnumerable<LocalText> Of(Province province, UnitDirectory units, RuleBookParts parts)
    {
        var routes = Task.Run(() => RouteChecks.Of(province, units, parts));
        return
        [
            .. Unit(province, units), .. Agencies(province, units), .. Calendar(parts), .. ValidityChecks.Of(province, units, parts), .. routes.GetAwaiter().GetResult(),
            .. CompletenessChecks.Of(province, parts),
        ];
    }

    private static IEnumerable<LocalText> Unit(Province province, UnitDirectory units)
    {
        var (place, ever) = (Place.Province.In(Province.FileName), units.Ever(province.Unit));
        if (ever.Count == 0)
            yield return place.Error($"không có đơn vị \"{province.Unit}\".", $"there is no unit \"{province.Unit}\".");
        else if (ever.All(unit => unit.Kind != UnitKind.Province))
            yield return place.Error($"{ever[0].FullName} ({province.Unit}) không phải là tỉnh.", $"{ever[0].FullName} ({province.Unit}) is not a province.");
        else if (province.AsOf is { } day && units.Find(province.Unit, day) is null)
            yield return place.Error($"\"asOf\" là {day:yyyy-MM-dd}, ngày mà {province.Unit} không tồn tại.", $"\"asOf\" is {day:yyyy-MM-dd}, a day on which {province.Unit} did not exist.");
        else if (province.AsOf is null && ever.All(unit => unit.ValidTo is not null))
            yield return place.Error($"{ever[^1].FullName} ({province.Unit}) đã kết thúc ngày {ever[^1].ValidTo:yyyy-MM-dd}.", $"{ever[^1].FullName} ({province.Unit}) ended on {ever[^1].ValidTo:yyyy-MM-dd}.");
    }

    private static IEnumerable<LocalText> Agencies(Province province, UnitDirectory units) => province.Agencies.Where(agency => units.Ever(agency.Unit).Count == 0)
        .Select(agency => Place.Province.With(Place.Agency.Named(agency.Code)).In(Province.FileName).Error($"không có đơn vị \"{agency.Unit}\".", $"there is no unit \"{agency.Unit}\"."));

    private static IEnumerable<LocalText> Calendar(RuleBookParts parts)
    {
        foreach (var year in parts.Years.GroupBy(year => year.Entry.Year).Where(same => same.Count() > 1))
            yield return Place.Calendar.In(year.Last().File).Error($"năm {year.Key} đã có trong {year.First().File}.", $"{year.Key} is in {year.First().File} already.");
        foreach (var year in parts.Years.Where(year => Path.GetFileNameWithoutExtension(year.File) != $"{year.Entry.Year}"))
            yield return Place.Calendar.In(year.File).Error($"chứa năm {year.Entry.Year}; tên tệp phải là {year.Entry.Year}.json.", $"it holds the year {year.Entry.Year}; the file must be called {year.Entry.Year}.json.");
        if (parts.Years.Count == 0)
            yield return Place.Of("calendar/").Error("không có năm nào; thiếu ngày nghỉ thì mọi thời hạn đi qua ngày nghỉ đều sai.", "there is no year; without holidays every deadline that crosses one is wrong.");
        var years = parts.Years.Select(year => year.Entry.Year).Distinct().Order().ToList();
        for (var i = 1; i < years.Count; i++)
        {
            var (earlier, later) = (years[i - 1], years[i]);
            if (later == earlier + 1)
                continue;
            yield return later == earlier + 2
                ? Place.Of("calendar/").Error($"thiếu năm {earlier + 1} giữa {earlier} và {later}.", $"{earlier + 1} is missing between {earlier} and {later}.")
                : Place.Of("calendar/").Error($"thiếu các năm {earlier + 1} đến {later - 1} giữa {earlier} và {later}.", $"{earlier + 1} to {later - 1} are missing between {earlier} and {later}.");
        }

        foreach (var rule in parts.Deadlines)
            foreach (var set in rule.CriteriaSets.Where(id => parts.Sets.All(known => known.Entry.Id != id)))
                yield return Place.Deadline.Named(rule.Code).In(RuleBookFiles.Deadlines).Error($"không có bộ tiêu chí \"{set}\".", $"there is no criteria set \"{set}\".");
    }
}
