using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Drafts;

/// <summary>Gives the ticket of the draft's folder, opened where there is none yet. What is put in is evidence of the indicator that it is sent <c>for</c>.</summary>
public sealed class OpenDraftEvidence(DraftAccess access, DraftEvidence evidence)
{
    [Function(nameof(OpenDraftEvidence))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/drafts/evidence")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, problem) = await access.OpenUnfiledAsync(request, cancellationToken);
        if (stored is null)
            return problem!;
        return await evidence.OpenAsync(stored, cancellationToken) is var (ticket, folder)
            ? Results.Json(new OpenedFolder(ticket, folder.Row.ExpiresAt), Json.Options)
            : Problems.From(EvidenceProblems.TicketUsed);
    }
}
