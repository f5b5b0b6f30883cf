using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.RuleBook;

/// <summary>By when things must be done for an assessed year: of all titles, or of one and a level.</summary>
public sealed class GetDeadlines(Rules rules, TimeProvider clock)
{
    [Function(nameof(GetDeadlines))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/deadlines")] HttpRequest request)
    {
        var query = new QueryReader(request);
        var (title, level) = (query.Name<TitleKind>("title", "unknown_title"), query.Name<HolderLevel>("level", "unknown_level"));
        // The year whose titles are being decided: what happens in 2026 is for 2025.
        var year = query.Year("year") ?? VietnamTime.DayOf(clock.GetUtcNow()).Year - 1;
        return query.Refusal is { } refusal
            ? Problems.From(refusal)
            : Results.Json(new DeadlineList(year, rules.Current.DeadlinesFor(title, level, year)), Json.Options);
    }
}
