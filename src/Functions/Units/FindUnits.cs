using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Units;

/// <summary>For choosing a unit: by words of its address, or level by level from the province down.</summary>
public sealed class FindUnits(Rules rules, TimeProvider clock)
{
    [Function(nameof(FindUnits))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units")] HttpRequest request)
    {
        var (query, refusal) = UnitQuery.Of(request);
        if (query is null)
            return Problems.From(refusal!);
        var today = rules.MapDay(clock.GetUtcNow());
        var map = rules.Units.On(query.On ?? today);
        if (query.In is { } area && map.Find(area) is null)
            return Problems.From(Problems.UnknownUnit);
        var items = Found(query, map).Take(query.Limit).Select(unit => UnitItem.Of(unit, rules.Units, map.Day, today));
        return Results.Json(new UnitList(IsOfAllTimes(query) ? null : map.Day, [.. items]), Json.Options);
    }

    private IEnumerable<AdministrativeUnit> Found(UnitQuery query, UnitMap map)
    {
        if (query.Search is null)
            return Below(query.In, map).Where(unit => query.Kind is null || unit.Kind == query.Kind);
        if (IsOfAllTimes(query))
            return rules.Units.SearchAllTimes(query.Search, query.Limit, query.Kind);
        // Within an area the first hits of the whole map are not enough to cut off at.
        return query.In is { } area
            ? map.Search(query.Search, int.MaxValue, query.Kind).Where(unit => map.IsWithin(unit.Code, area))
            : map.Search(query.Search, query.Limit, query.Kind);
    }

    private static IEnumerable<AdministrativeUnit> Below(string? area, UnitMap map) =>
        area is null ? map.All.Where(unit => unit.Parent is null) : map.Children(area);

    private static bool IsOfAllTimes(UnitQuery query) => query is { AllTimes: true, Search: not null, In: null };
}
