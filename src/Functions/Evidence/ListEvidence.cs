using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>The files in the folder of a ticket.</summary>
public sealed class ListEvidence(EvidenceFolders folders)
{
    [Function(nameof(ListEvidence))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/evidence/files")] HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await folders.FindAsync(EvidenceTicket.Of(request), cancellationToken) is { } folder
            ? Results.Json(new { files = (await folders.FilesAsync(folder, cancellationToken)).Select(file => file.Shown()), folder.Row.ExpiresAt }, Json.Options)
            : Problems.From(EvidenceProblems.TicketUnknown);
    }
}
