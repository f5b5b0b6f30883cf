using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Certificates;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Verify;

namespace TitleCertification.Functions.Pages;

/// <summary>For those who cannot scan the QR code: the number, typed. A GET, because the number is no secret and the answer can be bookmarked.</summary>
public sealed class AskNumber(PageWriter pages)
{
    [Function(nameof(AskNumber))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verify")] HttpRequest request)
    {
        var given = request.Query["number"].ToString().Trim();
        if (RegisterNumber.TryParse(given, out var number))
            return Results.Redirect($"/v/{number}");
        return pages.Show<VerifyPage, VerifyModel>(request, new(given, IsWrong: request.Query.ContainsKey("number")));
    }
}
