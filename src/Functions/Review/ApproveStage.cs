using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Review;

public sealed class ApproveStage(ReviewCommands commands, Approvals approvals)
{
    [Function(nameof(ApproveStage))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/approve")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken) =>
        commands.RunAsync<ApprovalInput>(request, dossier, orchestrations, approvals.Decide, cancellationToken);
}
