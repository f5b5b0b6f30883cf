using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

public sealed class ShowCase(PageWriter pages, OwnCase own, ApplicationTable applications, Rules rules, TimeProvider clock)
{
    [Function(nameof(ShowCase))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "track/case")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        return state is null
            ? elsewhere!
            : pages.Show<CasePage, CaseModel>(request, CaseModels.Of(state, await ReasonsAsync(state, cancellationToken), rules, clock.GetUtcNow()));
    }

    private async Task<IReadOnlyList<string>> ReasonsAsync(Application state, CancellationToken cancellationToken) => state.Status is ApplicationStatus.Refused
        ? [.. (await applications.ReadFactsAsync(state.Dossier, cancellationToken)).Select(recorded => recorded.Fact).OfType<Fact.ApplicationRefused>().SelectMany(fact => fact.Reasons)]
        : [];
}
