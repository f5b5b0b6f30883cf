using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>For the page's script, which sends files in pieces: the ticket of the draft's folder, opened where there is none yet.</summary>
public sealed class ApplyTicket(PageForms forms, DraftPages drafts, DraftEvidence evidence)
{
    [Function(nameof(ApplyTicket))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "apply/ticket")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        return await evidence.OpenAsync(stored, cancellationToken) is var (ticket, folder)
            ? Results.Json(new { ticket, folder = folder.Id }, Json.Options)
            : Problems.From(EvidenceProblems.TicketUsed);
    }
}
