using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Applications;

public sealed class AnswerCorrection(ApplicantCommands commands, CorrectionAnswers answers)
{
    [Function(nameof(AnswerCorrection))]
    [Policy(Access.Applicant)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/corrections/answer")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken) =>
        commands.RunAsync<CorrectionAnswersInput>(request, dossier, orchestrations, (own, input) => answers.PrepareAsync(own, input, cancellationToken), cancellationToken);
}
