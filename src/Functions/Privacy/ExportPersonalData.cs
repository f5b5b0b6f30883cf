using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Privacy;

/// <summary>Everything held on an applicant by reason of his case, as JSON.</summary>
public sealed class ExportPersonalData(CaseAccess access, PersonalDataExport export)
{
    [Function(nameof(ExportPersonalData))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/privacy/export")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (input, problem) = await request.ReadAsync<TrackInput>(cancellationToken);
        if (input is null)
            return problem!;
        (var own, problem) = await access.OpenOwnAsync(request, input.PhoneDigits, input.Dossier, cancellationToken);
        return own is null ? problem! : await export.AnswerAsync(request, own, cancellationToken);
    }
}
