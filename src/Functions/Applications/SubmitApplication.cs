using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>Takes an application. The same Idempotency-Key always leads to the same dossier.</summary>
public sealed class SubmitApplication(Rules rules, Filing filing, WhoAsks whoAsks)
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
        return await filing.FileAsync(input, key, whoAsks.Person(request) ?? Actor.Applicant, orchestrations, cancellationToken) switch
        {
            FilingResult.Refused refused => Problems.From(refused.Refusal),
            FilingResult.KeyReused => Problems.From(Problems.KeyReused),
            FilingResult.Filed { Repeated: true } filed => Results.Json(ApplicationView.Of(filed.State, rules), Json.Options),
            FilingResult.Filed filed => new CreatedResult($"/api/applications/{filed.State.Dossier}", ApplicationView.Of(filed.State, rules)),
            var other => throw new InvalidOperationException($"A result nobody answers: {other}."),
        };
    }

    /// <summary>201 with our JSON; <c>Results.Created</c> would write it with the defaults.</summary>
    private sealed record CreatedResult(string Location, ApplicationView View) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = Location;
            return Results.Json(View, Json.Options, statusCode: StatusCodes.Status201Created).ExecuteAsync(httpContext);
        }
    }
}
