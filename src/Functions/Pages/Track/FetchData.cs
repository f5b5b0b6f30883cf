using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Privacy;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>Everything held on the applicant by reason of his case, as a file.</summary>
public sealed class FetchData(OwnCase own, PersonalDataExport export)
{
    [Function(nameof(FetchData))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "track/data/file")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        return state is null ? elsewhere! : await export.AnswerAsync(request, state, cancellationToken);
    }
}
