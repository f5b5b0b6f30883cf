using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Review;

/// <summary>Takes the caller's own mark away. Where there is none, nothing happens.</summary>
public sealed class ReleaseApplication(CaseClaims claims, WhoAsks whoAsks)
{
    [Function(nameof(ReleaseApplication))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/release")] HttpRequest request,
        string dossier, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        return await claims.ReleaseAsync([dossier], person, cancellationToken) is [var refused, ..] ? Problems.From(refused.Problem) : Results.NoContent();
    }
}
