using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>A file in one request, as a form sends it: field <c>file</c>, and the ticket in the header or in the field <c>ticket</c>; the field <c>for</c> may name the indicator.</summary>
public sealed class PostEvidence(EvidenceFolders folders, Uploads uploads)
{
    // Above 64 KB a file of a form goes to the disk while it is read, not into memory.
    private static readonly FormOptions Form = new() { MultipartBodyLengthLimit = EvidenceLimits.FileBytes + 1, ValueCountLimit = 4, ValueLengthLimit = 1024, KeyLengthLimit = 64, MultipartHeadersLengthLimit = 4096 };

    [Function(nameof(PostEvidence))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/evidence/files")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > EvidenceLimits.FileBytes + 16 * 1024)
            return Problems.From(EvidenceProblems.FileTooLarge);
        if (await ReadAsync(request, cancellationToken) is not { Files: [{ Name: "file" } file] } form)
            return Problems.From(EvidenceProblems.FormWrong);
        if (file.Length > EvidenceLimits.FileBytes)
            return Problems.From(EvidenceProblems.FileTooLarge);
        var ticket = EvidenceTicket.Of(request) is { Length: > 0 } header ? header : form["ticket"].ToString();
        var indicator = form["for"].ToString() is { Length: > 0 } given ? given : null;
        if (indicator is not null && !FileUse.IsIndicator(indicator))
            return Problems.From(EvidenceProblems.FormWrong);
        var (folder, problem) = await folders.FindOpenAsync(ticket, cancellationToken);
        if (folder is null)
            return Problems.From(problem!);

        await using var content = file.OpenReadStream();
        var state = await uploads.AddAsync(folder, file.FileName, content, (int)file.Length, indicator, cancellationToken);
        return UploadAnswers.Problem(state, request.HttpContext.Response) ?? Results.Json(((Appended.Advanced)state).File?.Shown(), Json.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <returns>Null for what is no form, or breaks its limits.</returns>
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await new FormFeature(request, Form).ReadFormAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
