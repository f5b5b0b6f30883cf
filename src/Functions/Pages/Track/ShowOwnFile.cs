using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>A file of the case that is open, or of the correction that is being made, for its applicant.</summary>
public sealed class ShowOwnFile(OwnCase own, CaseEvidence evidence, CorrectionFiles correction, EvidenceTable table, EvidenceBlobs blobs)
{
    [Function(nameof(ShowOwnFile))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "track/files/{sha256}")] HttpRequest request, string sha256, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        if (state is null)
            return elsewhere!;
        var brought = UploadAnswers.IsSha256(sha256) && await correction.FindAsync(request, state, cancellationToken) is var (_, folder)
            ? await table.ReadFileAsync(folder, sha256, cancellationToken)
            : null;
        return await EvidenceAnswer.OfAsync(brought ?? await evidence.FindAsync(state, sha256, cancellationToken), blobs, cancellationToken);
    }
}
