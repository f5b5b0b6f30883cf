using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RateLimits;

namespace TitleCertification.Functions.Evidence;

/// <summary>Opens a folder for the evidence of a submission to come, and gives its ticket.</summary>
public sealed class OpenEvidence(EvidenceFolders folders, LimitBeginnings limit)
{
    [Function(nameof(OpenEvidence))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/evidence")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (limit.Problem(request) is { } wait)
            return wait;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(await folders.OpenAsync(null, null, cancellationToken), Json.Options, statusCode: StatusCodes.Status201Created);
    }
}
