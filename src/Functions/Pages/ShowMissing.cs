using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages;

/// <summary>Whatever no other function answers. The host asks functions in the order of their names, so this one is named to come last (docs/adr/0235).</summary>
public static class ShowMissing
{
    [Function("Zz" + nameof(ShowMissing))]
    [Policy(Access.Public)]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request)
    {
        _ = request;
        return Problems.From(Problems.UnknownAddress);
    }
}
