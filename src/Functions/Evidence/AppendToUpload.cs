using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>Takes a piece (tus). The piece that makes the file whole is answered once the file has been examined.</summary>
public sealed class AppendToUpload(EvidenceFolders folders, Uploads uploads)
{
    [Function(nameof(AppendToUpload))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/evidence/uploads/{id}")] HttpRequest request, string id)
    {
        if (Tus.Greet(request) is { } other)
            return other;
        if (Tus.Number(request, Tus.UploadOffset) is not { } offset || request.ContentType?.Split(';')[0].Trim() != Tus.PieceType)
            return Problems.From(EvidenceProblems.UploadHeaderWrong);
        // A caller who has gone does not stop it: what has arrived shall count.
        var (folder, problem) = await folders.FindOpenAsync(EvidenceTicket.Of(request), CancellationToken.None);
        if (folder is null || !UploadAnswers.IsId(id))
            return Problems.From(problem ?? EvidenceProblems.UploadUnknown);

        if (await PieceBody.ReadAsync(request) is not { } content)
            return Problems.From(EvidenceProblems.PieceTooLarge);
        if (Tus.CheckSum(request, content.Span) is { } damaged)
            return Problems.From(damaged);
        if (content.IsEmpty)
            return Problems.From(EvidenceProblems.PieceWrong);

        var state = await uploads.AppendAsync(folder, id, offset, content, CancellationToken.None);
        var response = request.HttpContext.Response;
        if (UploadAnswers.Problem(state, response) is { } wrong)
            return wrong;
        UploadAnswers.Offset(response, (Appended.Advanced)state);
        return Results.NoContent();
    }
}
