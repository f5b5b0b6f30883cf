using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Evidence;

/// <summary>A file of a case.</summary>
public sealed class DownloadEvidence(CaseAccess access, CaseEvidence evidence, EvidenceBlobs blobs)
{
    [Function(nameof(DownloadEvidence))]
    [Policy(Access.ApplicantOrStaff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{dossier}/evidence/{sha256}")] HttpRequest request,
        string dossier, string sha256, CancellationToken cancellationToken)
    {
        var (state, problem) = await access.OpenAsync(request, dossier, cancellationToken);
        return state is null ? problem! : await EvidenceAnswer.OfAsync(await evidence.FindAsync(state, sha256, cancellationToken), blobs, cancellationToken, small: request.Query["size"] == "small");
    }
}
