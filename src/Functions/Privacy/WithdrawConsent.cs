using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Privacy;

/// <summary>The applicant takes back a consent; for closed cases too, for as long as the data are kept.</summary>
public sealed class WithdrawConsent(ConsentWithdrawal withdrawal, CaseCommands commands, CaseAccess access)
{
    [Function(nameof(WithdrawConsent))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/consents/withdraw")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (input, problem) = await request.ReadAsync<ConsentWithdrawalInput>(cancellationToken);
        if (input is null)
            return problem!;
        (var own, problem) = await access.OpenOwnAsync(request, dossier, cancellationToken);
        return own is null ? problem! : commands.Answer(await withdrawal.RunAsync(own, input, access.ActorFor(request, own), orchestrations, cancellationToken), Actor.Applicant);
    }
}
