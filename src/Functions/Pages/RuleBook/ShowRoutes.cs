using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.RuleBook;

namespace TitleCertification.Functions.Pages.RuleBook;

public sealed class ShowRoutes(PageWriter pages, Rules rules, TimeProvider clock)
{
    [Function(nameof(ShowRoutes))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rules/routes")] HttpRequest request)
    {
        var (today, book) = (VietnamTime.DayOf(clock.GetUtcNow()), rules.Current);
        var assessed = today.Year - 1;
        return pages.Show<RoutesPage, RoutesModel>(request, new(
            [.. RuleBookView.InOrder(book.Routes)], book.Province.Routes, rules.MapDay(today), book.Takeovers, assessed, book.DeadlinesFor(null, null, assessed)));
    }
}
