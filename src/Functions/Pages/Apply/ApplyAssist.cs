using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Where an officer begins to file for others.</summary>
public sealed class ApplyAssist(AssistedDrafts assisted)
{
    [Function(nameof(ApplyAssist))]
    [Policy(Access.Staff, Role.CommuneOfficer)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/assist")] HttpRequest request, CancellationToken cancellationToken) =>
        assisted.BeginAsync(request, null, cancellationToken);
}
