using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>A file of the draft that is open, as it is kept: for its owner to see whether it is the right one.</summary>
public sealed class ApplyFile(DraftPages drafts, DraftEvidence evidence, EvidenceBlobs blobs)
{
    [Function(nameof(ApplyFile))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "apply/files/{sha256}")] HttpRequest request, string sha256, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        var content = await evidence.ContentAsync(stored.Draft.EvidenceTicket, cancellationToken);
        return await EvidenceAnswer.OfAsync(content.Files.FirstOrDefault(file => file.Sha256 == sha256), blobs, cancellationToken);
    }
}
