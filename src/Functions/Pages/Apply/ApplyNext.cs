using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>After an officer has filed one application: its number, its receipt, and the next with what they have in common.</summary>
public sealed class ApplyNext(AssistedDrafts assisted)
{
    [Function(nameof(ApplyNext))]
    [Policy(Access.Staff, Role.CommuneOfficer)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/next")] HttpRequest request, CancellationToken cancellationToken) =>
        await assisted.FiledAsync(request, cancellationToken) is { } before ? await assisted.BeginAsync(request, before, cancellationToken) : See.Other("/apply/assist");
}
