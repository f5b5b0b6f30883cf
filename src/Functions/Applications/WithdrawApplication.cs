using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Applications;

public sealed class WithdrawApplication(ApplicantCommands commands)
{
    [Function(nameof(WithdrawApplication))]
    [Policy(Access.Applicant)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/withdraw")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken) =>
        commands.RunAsync<WithdrawalInput>(request, dossier, orchestrations, Applying.Withdraw, cancellationToken);
}
