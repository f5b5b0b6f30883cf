using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>A file of the case that is open, for its applicant.</summary>
public sealed class ShowOwnFile(OwnCase own, CaseEvidence evidence, EvidenceBlobs blobs)
{
    [Function(nameof(ShowOwnFile))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "track/files/{sha256}")] HttpRequest request, string sha256, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        return state is null ? elsewhere! : await EvidenceAnswer.OfAsync(await evidence.FindAsync(state, sha256, cancellationToken), blobs, cancellationToken);
    }
}
