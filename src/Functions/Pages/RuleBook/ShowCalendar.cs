using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.RuleBook;

namespace TitleCertification.Functions.Pages.RuleBook;

public sealed class ShowCalendar(PageWriter pages, Rules rules)
{
    [Function(nameof(ShowCalendar))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rules/calendar/{year:int}")] HttpRequest request, int year)
    {
        var years = rules.Current.Calendar.Years;
        return years.FirstOrDefault(known => known.Year == year) is { } found
            ? pages.Show<CalendarPage, CalendarModel>(request, new(found, [.. years.Select(known => known.Year)]))
            : Problems.From(Problems.UnknownAddress);
    }
}
