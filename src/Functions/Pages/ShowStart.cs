using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Start;

namespace TitleCertification.Functions.Pages;

public sealed class ShowStart(PageWriter pages)
{
    // The constraint leaves nothing but the root itself: the host gives its own page to an empty route.
    [Function(nameof(ShowStart))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{x:regex(^$)?}")] HttpRequest request) => pages.Show<StartPage>(request);
}
