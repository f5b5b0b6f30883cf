using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Drafts;

/// <summary>Files a draft in which every question is answered. However often it is asked for, there is one application.</summary>
public sealed class SubmitDraft(DraftAccess access, DraftFiling filing, ApplyPath path, ApplicationTable applications, Rules rules, WhoAsks whoAsks)
{
    [Function(nameof(SubmitDraft))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/drafts/submit")] HttpRequest request, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (stored, problem) = await access.OpenAsync(request, cancellationToken);
        if (stored is null)
            return problem!;
        if (stored.Draft.Dossier is { } dossier)
            return await AgainAsync(DossierNumber.Parse(dossier), cancellationToken);
        if (path.Steps(stored.Draft).Where(step => !step.Done).ToList() is { Count: > 0 } open)
            return Problems.From(Problems.DraftIncomplete, [.. open.Select(step => new Fault("unanswered", "", new($"Chưa trả lời: {step.Name.Vi}.", $"Not answered: {step.Name.En}.")))]);
        return await filing.FileAsync(stored, stored.Draft.Language ?? LanguageCode.Vietnamese, whoAsks.Person(request) ?? Actor.Applicant, orchestrations, cancellationToken) switch
        {
            FilingResult.Refused refused => Problems.From(refused.Refusal),
            // Filed meanwhile, or changed after it had been: filed is filed.
            FilingResult.KeyReused reused => await AgainAsync(reused.Dossier, cancellationToken),
            FilingResult.Filed filed => new FiledAnswer(filed, rules),
            var other => throw new InvalidOperationException($"A result nobody answers: {other}."),
        };
    }

    private async Task<IResult> AgainAsync(DossierNumber dossier, CancellationToken cancellationToken) =>
        await applications.ReadAsync(dossier, cancellationToken) is { } state ? new FiledAnswer(new(state, Repeated: true), rules) : Problems.From(Problems.UnknownDraft);
}
