using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Help;

namespace TitleCertification.Functions.Pages;

public sealed class ShowHelp(PageWriter pages)
{
    [Function(nameof(ShowHelp))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "help")] HttpRequest request) => pages.Show<HelpPage>(request);
}
