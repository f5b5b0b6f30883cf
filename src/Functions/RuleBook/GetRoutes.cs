using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.RuleBook;

/// <summary>Who decides: every route, or those of a title and level; with a unit, those that applications from there take on the day, with the bodies by name.</summary>
public sealed class GetRoutes(Rules rules, TimeProvider clock)
{
    [Function(nameof(GetRoutes))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/routes")] HttpRequest request)
    {
        var query = new QueryReader(request);
        var (title, level) = (query.Name<TitleKind>("title", "unknown_title"), query.Name<HolderLevel>("level", "unknown_level"));
        var (unit, on) = (query.Text("unit"), query.Day("on") ?? rules.MapDay(clock.GetUtcNow()));
        if (query.Refusal is { } refusal)
            return Problems.From(refusal);
        var map = rules.Units.On(on);
        if (unit is not null && map.Find(unit) is null)
            return Problems.From(Problems.UnknownUnit);
        var routes = RuleBookView.InOrder(rules.Current.Routes)
            .Where(route => route.Validity.Concerns(title, level))
            .Select(route => RouteView.Of(route, rules.Current, on, unit is null ? null : (map, unit)))
            .Where(route => unit is null || route.Holds);
        return Results.Json(new RouteList(on, [.. routes]), Json.Options);
    }
}
