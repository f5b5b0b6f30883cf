using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Drafts;

/// <summary>Forgets a draft and its files at once, instead of after thirty days.</summary>
public sealed class DeleteDraft(DraftEvidence evidence, DraftAccess access)
{
    [Function(nameof(DeleteDraft))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/drafts")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, problem) = await access.OpenUnfiledAsync(request, cancellationToken);
        if (stored is null)
            return problem!;
        return await evidence.DeleteAsync(stored, cancellationToken) ? Results.NoContent() : Problems.From(Problems.Contended);
    }
}
