using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Takes the selected cases, or gives them back; from the list or from the case itself.</summary>
public sealed class MarkSelected(PageForms forms, CaseClaims claims, WhoAsks whoAsks)
{
    [Function(nameof(MarkSelected))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/selected")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var (person, picked) = (whoAsks.Staff(request)!, Picked.Of(form));
        if (picked.Problem is { } notice)
            return See.Other($"/review?done={notice}");
        var releases = form.Text("do") == "release";
        var refused = releases ? await claims.ReleaseAsync(picked.Dossiers, person, cancellationToken) : await claims.TakeAsync(picked.Dossiers, person, cancellationToken);
        if (form.Text("from") == "case")
            return See.Other($"/review/{picked.Dossiers[0]}{(refused.Count > 0 ? "?done=some-taken" : "")}");
        return See.Other($"/review?done={(refused.Count > 0 ? Notices.SomeNotTaken : releases ? Notices.Released : Notices.Taken)}");
    }
}
