using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Drafts;

public sealed class GetDraft(DraftAccess access, ApplyPath path)
{
    [Function(nameof(GetDraft))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/drafts")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, problem) = await access.OpenUnfiledAsync(request, cancellationToken);
        return stored is null ? problem! : Results.Json(DraftView.Of(stored.Code, stored.Draft, path), Json.Options);
    }
}
