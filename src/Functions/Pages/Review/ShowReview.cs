using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>A case on one page: for those who decide it, and for other staff of the area to read.</summary>
public sealed class ShowReview(ReviewedCase reviewed)
{
    [Function(nameof(ShowReview))]
    [Policy(Access.Staff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/{dossier}")] HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var (state, person, problem) = await reviewed.OpenAsync(request, dossier, cancellationToken);
        return state is null ? problem! : await reviewed.ShowAsync(request, state, person, Notices.Of(request.Query["done"], dossier), StatusCodes.Status200OK, cancellationToken);
    }
}
