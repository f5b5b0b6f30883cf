using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>Takes an application. The same Idempotency-Key always leads to the same dossier, whatever breaks in between.</summary>
public sealed class SubmitApplication(Rules rules, DossierTable dossiers, ApplicationTable applications, CaseProcess process, WhoAsks whoAsks, TimeProvider clock)
{
    [Function(nameof(SubmitApplication))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        if (IdempotencyKey.Of(request) is not { } key)
            return Problems.From(Problems.KeyMissing);
        var (input, problem) = await request.ReadAsync<SubmissionInput>(cancellationToken);
        if (input is null)
            return problem!;

        var now = clock.GetUtcNow();
        var (submission, refusal) = Submitting.Check(input, rules.CriteriaSets, rules.Units, CertificateText.Unprintable, now);
        if (submission is null)
            return Problems.From(refusal!);

        var route = rules.Route.For(submission.Unit, rules.Units);
        var allotment = await dossiers.AllotAsync(rules.AgencyOf(route), key, IdempotencyKey.Fingerprint(submission), now, cancellationToken);
        if (!allotment.SameSubmission)
            return Problems.From(Problems.KeyReused);

        var actor = whoAsks.Staff(request) ?? Actor.Applicant;
        var facts = ((Outcome.Accepted)Submitting.Submit(submission, route)).Facts;
        var stored = allotment.Repeated ? await applications.ReadAsync(allotment.Dossier, cancellationToken) : null;
        var state = stored ?? await applications.SubmitAsync(allotment.Dossier, facts, actor, cancellationToken);
        await process.StartAsync(orchestrations, state, cancellationToken);
        var view = ApplicationView.Of(state, rules);
        return stored is null ? new CreatedResult($"/api/applications/{state.Dossier}", view) : Results.Json(view, Json.Options);
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
