using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Pages;

/// <summary>Whatever no other function answers.</summary>
public sealed class ShowMissing(PageWriter pages)
{
    [Function(nameof(ShowMissing))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => pages.Missing(request);
}
