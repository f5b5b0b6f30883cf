using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Review;

public sealed class RefuseApplication(ReviewCommands commands)
{
    [Function(nameof(RefuseApplication))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/refuse")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken) =>
        commands.RunAsync<RefusalInput>(request, dossier, orchestrations, Reviewing.Refuse, cancellationToken);
}
