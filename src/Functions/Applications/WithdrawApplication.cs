using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Applications;

public sealed class WithdrawApplication(CaseAccess access, CaseCommands commands)
{
    [Function(nameof(WithdrawApplication))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/withdraw")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (input, problem) = await request.ReadAsync<WithdrawalInput>(cancellationToken);
        if (input is null)
            return problem!;
        (var own, problem) = await access.OpenOwnAsync(request, dossier, cancellationToken);
        return own is null
            ? problem!
            : await commands.RunAsync(own.Dossier, state => Applying.Withdraw(state, input), Actor.Applicant, orchestrations, cancellationToken);
    }
}
