using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RateLimits;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>Takes an application. The same Idempotency-Key always leads to the same dossier.</summary>
public sealed class SubmitApplication(Rules rules, Filing filing, LimitBeginnings limit, WhoAsks whoAsks)
{
    [Function(nameof(SubmitApplication))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        if (IdempotencyKey.Of(request) is not { } key)
            return Problems.From(Problems.KeyMissing);
        var (input, problem) = await request.ReadAsync<SubmissionInput>(cancellationToken);
        if (input is null)
            return problem!;
        if (limit.Problem(request) is { } wait)
            return wait;
        return await filing.FileAsync(input, key, whoAsks.Person(request) ?? Actor.Applicant, orchestrations, cancellationToken) switch
        {
            FilingResult.Refused refused => Problems.From(refused.Refusal),
            FilingResult.KeyReused => Problems.From(Problems.KeyReused),
            FilingResult.Filed filed => new FiledAnswer(filed, rules),
            var other => throw new InvalidOperationException($"A result nobody answers: {other}."),
        };
    }
}
