using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

public sealed class AnswerCorrection(ApplicantCommands commands, EvidenceFolders evidence, Rules rules, TimeProvider clock)
{
    [Function(nameof(AnswerCorrection))]
    [Policy(Access.Applicant)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/corrections/answer")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken) =>
        commands.RunAsync<CorrectionAnswersInput>(request, dossier, orchestrations, (own, input) => PrepareAsync(own, input, cancellationToken), cancellationToken);

    private async Task<Func<Application, Outcome>> PrepareAsync(Application own, CorrectionAnswersInput input, CancellationToken cancellationToken)
    {
        var (folder, brought) = input.EvidenceTicket is { } ticket ? await evidence.BringAsync(ticket, own.Dossier.ToString(), cancellationToken) : default;
        Outcome Decide(Application state) => Applying.AnswerCorrection(
            state, input, rules.CriteriaOf(state), clock.GetUtcNow(), rules.HolidaysOf(state), brought);

        // Before the record names the files nobody can take them out any more; but an answer that would be refused leaves the folder open.
        if (folder is not null && Decide(own) is Outcome.Accepted && !await evidence.SubmitAsync(folder, own.Dossier.ToString(), null, cancellationToken))
            brought = null;
        return Decide;
    }
}
