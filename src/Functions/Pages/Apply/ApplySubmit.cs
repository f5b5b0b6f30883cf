using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Pages.Track;
using TitleCertification.Portal;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Files the draft and opens the case in this browser.</summary>
public sealed class ApplySubmit(
    PageForms forms, DraftPages drafts, DraftFiling filing, DraftEvidence evidence, ApplyPath path, CheckAnswers check, WhoAsks whoAsks, CaseCookie cookie)
{
    [Function(nameof(ApplySubmit))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "apply/submit")] HttpRequest request, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (path.Next(stored.Draft) is var next && next != ApplyPath.Check)
            return See.Other(next);

        return await filing.FileAsync(stored, Preferences.Of(request).Language.Code(), whoAsks.Person(request) ?? Actor.Applicant, orchestrations, cancellationToken) switch
        {
            FilingResult.Refused refused => check.Show(
                request, stored.Draft, await evidence.ContentAsync(stored.Draft.EvidenceTicket, cancellationToken), PageErrors.Of(refused.Refusal, _ => null)),
            FilingResult.Filed filed => Filed(filed.State.Dossier),
            // Changed in another window after it had been filed: filed is filed.
            FilingResult.KeyReused reused => Filed(reused.Dossier),
            var other => throw new InvalidOperationException($"A result nobody answers: {other}."),
        };

        IResult Filed(DossierNumber dossier)
        {
            cookie.Write(request, dossier.ToString(), PhoneNumber.Parse(stored.Draft.Phone).LastDigits(4));
            return See.Other(stored.Draft.Officer is null ? "/track/receipt?filed" : "/apply/next");
        }
    }
}
