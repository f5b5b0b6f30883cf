using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Review;

/// <summary>The reviewer's own scoring beside the applicant's.</summary>
public sealed class ScoreApplication(ReviewCommands commands, Rules rules)
{
    [Function(nameof(ScoreApplication))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/score")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken) =>
        commands.RunAsync<ScoringInput>(request, dossier, orchestrations, (state, input, person) => Reviewing.Score(
            state, input, rules.CriteriaOf(state), person), cancellationToken);
}
