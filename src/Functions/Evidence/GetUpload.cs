using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Evidence;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>How far an upload has come: by HEAD in headers (tus), by GET with the file that it has become.</summary>
public sealed class GetUpload(EvidenceFolders folders, Uploads uploads)
{
    [Function(nameof(GetUpload))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/evidence/uploads/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var response = request.HttpContext.Response;
        Tus.Describe(response);
        if (await folders.FindAsync(EvidenceTicket.Of(request), cancellationToken) is not { } folder)
            return Problems.From(EvidenceProblems.TicketUnknown);
        if (!UploadAnswers.IsId(id))
            return Problems.From(EvidenceProblems.UploadUnknown);
        var (row, state) = await uploads.FindAsync(folder, id, cancellationToken);
        if (row is null || UploadAnswers.Problem(state, response) is not null)
            return UploadAnswers.Problem(state, response)!;

        var advanced = (Appended.Advanced)state;
        UploadAnswers.Offset(response, advanced);
        response.Headers[Tus.UploadLength] = Tus.Text(row.Length);
        return HttpMethods.IsHead(request.Method)
            ? Results.StatusCode(StatusCodes.Status200OK)
            : Results.Json(new UploadView(id, advanced.Offset, row.Length, advanced.File?.Shown()), Json.Options);
    }
}

/// <param name="Offset">Bytes received.</param>
/// <param name="File">Once it is whole and has been examined.</param>
public sealed record UploadView(string Id, int Offset, int Length, EvidenceFile? File);
