using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Units;

/// <summary>One unit: as it is on a day or, where no unit has the code on it, as it last was, with what became of it.</summary>
public sealed class GetUnit(Rules rules, TimeProvider clock)
{
    [Function(nameof(GetUnit))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units/{code}")] HttpRequest request, string code)
    {
        var (query, refusal) = UnitQuery.Of(request);
        if (query is null)
            return Problems.From(refusal!);
        var today = rules.MapDay(clock.GetUtcNow());
        var on = query.On ?? today;
        return rules.Units.Nearest(code, on) is { } unit
            ? Results.Json(UnitDetails.Of(unit, rules.Units, on, today), Json.Options)
            : Problems.From(Problems.UnknownUnit);
    }
}
