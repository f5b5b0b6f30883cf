using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Verify;

namespace TitleCertification.Functions.Pages;

/// <summary>What the QR code of a certificate opens.</summary>
public sealed class ShowVerification(PageWriter pages, RegisterTable register)
{
    [Function(nameof(ShowVerification))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v/{number}")] HttpRequest request, string number, CancellationToken cancellationToken)
    {
        if (!RegisterNumber.TryParse(number, out var parsed) || await register.FindAsync(parsed, cancellationToken) is not { Title: { } title })
            return pages.Show<VerifiedPage, VerifiedModel>(request, new(number.Length <= 60 ? number : number[..60], null), StatusCodes.Status404NotFound);
        return pages.Show<VerifiedPage, VerifiedModel>(request, new(parsed.ToString(), new(
            TitleInfo.Of(parsed.Title).Name, title.Holder, title.Unit, title.Year, title.Grade, title.IssuingBody, title.Decision, title.DecidedOn, title.Sample)));
    }
}
