using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

public sealed class AnswerCorrection(Rules rules, CaseAccess access, CaseCommands commands, TimeProvider clock)
{
    [Function(nameof(AnswerCorrection))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/corrections/answer")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (input, problem) = await request.ReadAsync<CorrectionAnswersInput>(cancellationToken);
        if (input is null)
            return problem!;
        (var own, problem) = await access.OpenOwnAsync(request, dossier, cancellationToken);
        if (own is null)
            return problem!;
        return await commands.RunAsync(
            own.Dossier, state => Applying.AnswerCorrection(state, input, rules.CriteriaSets[state.Submission.CriteriaSet], clock.GetUtcNow(), rules.Holidays),
            Actor.Applicant, orchestrations, cancellationToken);
    }
}
