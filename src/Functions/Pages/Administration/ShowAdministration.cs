using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class ShowAdministration(PageWriter pages, WhoAsks whoAsks)
{
    [Function(nameof(ShowAdministration))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "manage")] HttpRequest request) =>
        pages.Show<AdministrationPage, AdministrationModel>(request, new(whoAsks.Staff(request)?.Has(Role.Administrator) is true));
}
