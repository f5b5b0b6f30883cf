using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Review;

public sealed class RequestCorrection(ReviewCommands commands, Rules rules, TimeProvider clock)
{
    [Function(nameof(RequestCorrection))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/corrections")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken) =>
        commands.RunAsync<CorrectionRequestInput>(request, dossier, orchestrations, (state, input, person) =>
            Reviewing.RequestCorrection(state, input, person, clock.GetUtcNow(), rules.HolidaysOf(state)), cancellationToken);
}
