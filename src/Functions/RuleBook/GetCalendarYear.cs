using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.RuleBook;

/// <summary>The holidays of a year, by which the days of deadlines are counted.</summary>
public sealed class GetCalendarYear(Rules rules)
{
    [Function(nameof(GetCalendarYear))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendar/{year:int}")] HttpRequest request, int year) =>
        Results.Json(CalendarYearView.Of(rules.Current.Calendar, year), Json.Options);
}
