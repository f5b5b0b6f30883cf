using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>For the page's script, which sends files in pieces: the ticket of the correction's folder, opened where there is none yet.</summary>
public sealed class CorrectTicket(PageForms forms, OwnCase own, CorrectionFiles files)
{
    [Function(nameof(CorrectTicket))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "track/ticket")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        if (state is null)
            return elsewhere!;
        if (state.Correction is null)
            return Problems.From(new Refusal(RefusalCodes.NotAwaitingCorrection));
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var (ticket, folder) = await files.OpenAsync(request, state, cancellationToken);
        return Results.Json(new { ticket, folder = folder.Id }, Json.Options);
    }
}
