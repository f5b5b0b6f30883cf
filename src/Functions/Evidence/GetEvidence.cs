using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>A file in the folder of a ticket, as it will be kept.</summary>
public sealed class GetEvidence(EvidenceFolders folders, EvidenceTable table, EvidenceBlobs blobs)
{
    [Function(nameof(GetEvidence))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/evidence/files/{sha256}")] HttpRequest request, string sha256, CancellationToken cancellationToken)
    {
        if (await folders.FindAsync(EvidenceTicket.Of(request), cancellationToken) is not { } folder)
            return Problems.From(EvidenceProblems.TicketUnknown);
        var file = UploadAnswers.IsSha256(sha256) ? await table.ReadFileAsync(folder, sha256, cancellationToken) : null;
        return await EvidenceAnswer.OfAsync(file, blobs, cancellationToken);
    }
}
