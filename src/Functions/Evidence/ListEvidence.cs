using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Evidence;
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
        if (await folders.FindAsync(EvidenceTicket.Of(request), cancellationToken) is not { } folder)
            return Problems.From(EvidenceProblems.TicketUnknown);
        var content = await folders.ContentAsync(folder, cancellationToken);
        return Results.Json(new EvidenceList([.. content.Files.Select(file => file.Shown())], content.Uses, folder.Row.ExpiresAt), Json.Options);
    }
}

public sealed record EvidenceList(IReadOnlyList<EvidenceFile> Files, IReadOnlyList<FileUse> Uses, DateTimeOffset ExpiresAt);
