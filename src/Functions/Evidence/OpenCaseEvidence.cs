using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>Opens a folder for the evidence of an answer to a correction request, and gives its ticket.</summary>
public sealed class OpenCaseEvidence(CaseAccess access, EvidenceFolders folders)
{
    [Function(nameof(OpenCaseEvidence))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/evidence")] HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var (own, problem) = await access.OpenOwnAsync(request, dossier, cancellationToken);
        if (own is null)
            return problem!;
        if (own.Correction is not { } correction)
            return Problems.From(new Refusal(RefusalCodes.NotAwaitingCorrection));
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var opened = await folders.OpenAsync(own.Dossier.ToString(), VietnamTime.EndOf(correction.AnswerBy), cancellationToken);
        return Results.Json(opened, Json.Options, statusCode: StatusCodes.Status201Created);
    }
}
