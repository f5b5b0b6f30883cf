using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>Takes a file out again, before the submission.</summary>
public sealed class RemoveEvidence(EvidenceFolders folders)
{
    [Function(nameof(RemoveEvidence))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/evidence/files/{sha256}")] HttpRequest request, string sha256, CancellationToken cancellationToken)
    {
        var (folder, problem) = await folders.FindOpenAsync(EvidenceTicket.Of(request), cancellationToken);
        if (folder is null)
            return Problems.From(problem!);
        return UploadAnswers.IsSha256(sha256) && await folders.RemoveAsync(folder, sha256, null, cancellationToken) ? Results.NoContent() : Problems.From(EvidenceProblems.EvidenceUnknown);
    }
}
