using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>Begins an upload (tus, extension creation).</summary>
public sealed class CreateUpload(EvidenceFolders folders, Uploads uploads)
{
    [Function(nameof(CreateUpload))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/evidence/uploads")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (Tus.Greet(request) is { } other)
            return other;
        var (sha256, indicator) = (Tus.Metadata(request, "sha256"), Tus.Metadata(request, "for"));
        if (Tus.Number(request, Tus.UploadLength) is not { } length || (sha256 is not null && !UploadAnswers.IsSha256(sha256)) || (indicator is not null && !FileUse.IsIndicator(indicator)))
            return Problems.From(EvidenceProblems.UploadHeaderWrong);
        if (length > EvidenceLimits.FileBytes)
            return Problems.From(EvidenceProblems.FileTooLarge);
        var (folder, problem) = await folders.FindOpenAsync(EvidenceTicket.Of(request), cancellationToken);
        if (folder is null)
            return Problems.From(problem!);
        (var id, problem) = await uploads.BeginAsync(folder, Tus.Metadata(request, "filename"), (int)length, sha256, indicator, cancellationToken);
        if (id is null)
            return Problems.From(problem!);
        request.HttpContext.Response.Headers.Location = UploadAnswers.AddressOf(id);
        return Results.StatusCode(StatusCodes.Status201Created);
    }
}
