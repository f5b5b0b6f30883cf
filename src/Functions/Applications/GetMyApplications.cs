using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>The applications that the caller has filed after signing in.</summary>
public sealed class GetMyApplications(OwnApplications own, Rules rules)
{
    [Function(nameof(GetMyApplications))]
    [Policy(Access.SignedIn)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/applications")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (cases, next) = await own.OfAsync(request, request.Query["after"], cancellationToken);
        return Results.Json(new MyApplicationsView([.. cases.Select(state => TrackView.Of(state, rules))], next?.ToString()), Json.Options);
    }
}

/// <param name="Next">For the query <c>after</c> of the next page; null on the last.</param>
public sealed record MyApplicationsView(IReadOnlyList<TrackView> Items, string? Next);
