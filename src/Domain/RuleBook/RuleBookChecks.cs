using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.RuleBook;

/// <summary>What must hold between the files of a rule book, each of which is sound by itself.</summary>
internal static class RuleBookChecks
{
    internal static IEnumerable<string> Of(Province province, UnitDirectory units, RuleBookParts parts) =>
    [
        .. Unit(province, units), .. Agencies(province, units), .. Calendar(parts), .. ValidityChecks.Of(province, units, parts), .. RouteChecks.Of(province, units, parts),
        .. CompletenessChecks.Of(province, parts),
    ];

    private static IEnumerable<string> Unit(Province province, UnitDirectory units)
    {
        var ever = units.Ever(province.Unit);
        if (ever.Count == 0)
            yield return $"{Province.FileName}: province: there is no unit \"{province.Unit}\".";
        else if (ever.All(unit => unit.Kind != UnitKind.Province))
            yield return $"{Province.FileName}: province: {ever[0].FullName} ({province.Unit}) is not a province.";
        else if (province.AsOf is { } day && units.Find(province.Unit, day) is null)
            yield return $"{Province.FileName}: province: \"asOf\" is {day:yyyy-MM-dd}, a day on which {province.Unit} did not exist.";
        else if (province.AsOf is null && ever.All(unit => unit.ValidTo is not null))
            yield return $"{Province.FileName}: province: {ever[^1].FullName} ({province.Unit}) ended on {ever[^1].ValidTo:yyyy-MM-dd}.";
    }

    private static IEnumerable<string> Agencies(Province province, UnitDirectory units) => province.Agencies.Where(agency => units.Ever(agency.Unit).Count == 0)
        .Select(agency => $"{Province.FileName}: province, agency {agency.Code}: there is no unit \"{agency.Unit}\".");

    private static IEnumerable<string> Calendar(RuleBookParts parts)
    {
        foreach (var year in parts.Years.GroupBy(year => year.Entry.Year).Where(same => same.Count() > 1))
            yield return $"{year.Last().File}: calendar: {year.Key} is in {year.First().File} already.";
        foreach (var year in parts.Years.Where(year => Path.GetFileNameWithoutExtension(year.File) != $"{year.Entry.Year}"))
            yield return $"{year.File}: calendar: it holds the year {year.Entry.Year}; the file must be called {year.Entry.Year}.json.";
        if (parts.Years.Count == 0)
            yield return "calendar: there is no year; without holidays every deadline that crosses one is wrong.";
        var years = parts.Years.Select(year => year.Entry.Year).Distinct().Order().ToList();
        foreach (var (earlier, later) in years.Zip(years.Skip(1)).Where(pair => pair.Second > pair.First + 1))
            yield return $"calendar: {(later == earlier + 2 ? $"{earlier + 1} is" : $"{earlier + 1} to {later - 1} are")} missing between {earlier} and {later}.";
        foreach (var rule in parts.Deadlines)
            foreach (var set in rule.CriteriaSets.Where(id => parts.Sets.All(known => known.Entry.Id != id)))
                yield return $"{RuleBookFiles.Deadlines}: deadline {rule.Code}: there is no criteria set \"{set}\".";
    }
}
