using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Pages.Track;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>
/// Files the draft. Its key makes every repetition (a second click, a reload, a broken network) the same application; what was personal in the draft is forgotten with it.
/// </summary>
public sealed class ApplySubmit(
    PageForms forms, DraftPages drafts, DraftTable table, DraftEvidence evidence, ApplyPath path, CheckAnswers check, Filing filing, WhoAsks whoAsks, CaseCookie cookie)
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

        var content = await evidence.ContentAsync(stored.Draft.EvidenceTicket, cancellationToken);
        var input = path.Input(stored.Draft, content, Preferences.Of(request).Language);
        return await filing.FileAsync(input, stored.Draft.Key, whoAsks.Person(request) ?? Actor.Applicant, orchestrations, cancellationToken) switch
        {
            FilingResult.Refused refused => check.Show(request, stored.Draft, content, PageErrors.Of(refused.Refusal, _ => null)),
            FilingResult.Filed filed => await FiledAsync(filed.State.Dossier),
            // Changed in another window after it had been filed: filed is filed.
            FilingResult.KeyReused reused => await FiledAsync(reused.Dossier),
            var other => throw new InvalidOperationException($"A result nobody answers: {other}."),
        };

        async Task<IResult> FiledAsync(DossierNumber dossier)
        {
            // Should this not be kept, the next click finds the same application by its key.
            await table.SaveAsync(stored, stored.Draft.Filed(dossier.ToString()), cancellationToken);
            cookie.Write(request, dossier.ToString(), PhoneNumber.Parse(stored.Draft.Phone).LastDigits(4));
            return See.Other(stored.Draft.Officer is null ? "/track/receipt?filed" : "/apply/next");
        }
    }
}
