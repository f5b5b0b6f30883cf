using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>What is held on the applicant, said plainly, and where to get it.</summary>
public sealed class ShowData(PageWriter pages, OwnCase own)
{
    [Function(nameof(ShowData))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "track/data")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        return state is null ? elsewhere! : pages.Show<DataPage, DataModel>(request, new(state.Dossier.ToString()));
    }
}
