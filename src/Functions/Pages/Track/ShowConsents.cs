using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Privacy;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>What the applicant has consented to, in the words he read; each consent can be taken back by itself.</summary>
public sealed class ShowConsents(PageWriter pages, PageForms forms, OwnCase own, ConsentWithdrawal withdrawal)
{
    [Function(nameof(ShowConsents))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "track/consents")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        if (state is null)
            return elsewhere!;
        if (!HttpMethods.IsPost(request.Method))
            return pages.Show<ConsentsPage, ConsentsModel>(request, Model(state, request.Query["withdrawn"]));

        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        return await withdrawal.RunAsync(state, new(form.Text("purpose")), own.ActorFor(request, state), orchestrations, cancellationToken) switch
        {
            CommandResult.Done => See.Other($"/track/consents?withdrawn={Uri.EscapeDataString(form.Text("purpose"))}"),
            CommandResult.Refused refused => Problems.From(refused.Refusal),
            _ => Problems.From(Problems.Contended),
        };
    }

    private static ConsentsModel Model(Application state, string? withdrawn) => new(
        state.Dossier.ToString(), [.. state.Submission.Consents.Select(consent => Given(consent)).OfType<GivenConsent>()], Purpose.Find(withdrawn)?.Code);

    private static GivenConsent? Given(Consent consent) => Purpose.Find(consent.Purpose) is { } purpose
        ? new(purpose.Code, (purpose.Versions.FirstOrDefault(text => text.Version == consent.Version) ?? purpose.Versions[^1]).Text, consent.Given, purpose.IsOptional)
        : null;
}
