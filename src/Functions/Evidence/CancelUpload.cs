using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>Gives an upload up (tus, extension termination). A file that it has become stays.</summary>
public sealed class CancelUpload(EvidenceFolders folders, Uploads uploads)
{
    [Function(nameof(CancelUpload))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/evidence/uploads/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Tus.Greet(request) is { } other)
            return other;
        var (folder, problem) = await folders.FindOpenAsync(EvidenceTicket.Of(request), cancellationToken);
        if (folder is null)
            return Problems.From(problem!);
        return UploadAnswers.IsId(id) && await uploads.CancelAsync(folder, id, cancellationToken) ? Results.NoContent() : Problems.From(EvidenceProblems.UploadUnknown);
    }
}
