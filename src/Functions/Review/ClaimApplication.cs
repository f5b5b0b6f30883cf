using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Review;

/// <summary>Marks a case as being looked at by the caller, for eight hours; again, it begins anew.</summary>
public sealed class ClaimApplication(CaseClaims claims, WhoAsks whoAsks)
{
    [Function(nameof(ClaimApplication))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/claim")] HttpRequest request,
        string dossier, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        return await claims.TakeAsync([dossier], person, cancellationToken) is [var refused, ..] ? Problems.From(refused.Problem) : Results.NoContent();
    }
}
