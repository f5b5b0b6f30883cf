using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages;

/// <summary>Whatever no other function answers.</summary>
public static class ShowMissing
{
    [Function(nameof(ShowMissing))]
    [Policy(Access.Public)]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request)
    {
        _ = request;
        return Problems.From(Problems.UnknownAddress);
    }
}
