using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Takes the selected cases, or gives them back, from the list or from the case itself; or keeps the selection while the list is paged.</summary>
public sealed class MarkSelected(PageForms forms, CaseClaims claims, PickedCookie kept, WhoAsks whoAsks)
{
    [Function(nameof(MarkSelected))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/selected")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var (person, isCase, what) = (whoAsks.Staff(request)!, form.Text("from") == "case", form.Text("do"));
        var picked = Picked.Of(form, isCase ? [] : kept.Read(request, person));
        if (!isCase)
            kept.Write(request, person, what == "clear" ? [] : picked.Dossiers);
        if (what == "clear")
            return See.Other("/review");
        if (PageOf(what) is { } page && picked.Problem != Notices.TooMany)
            return See.Other($"/review?page={page}");
        if (picked.Problem is { } notice)
            return Told(notice);

        var releases = what == "release";
        var refused = releases ? await claims.ReleaseAsync(picked.Dossiers, person, cancellationToken) : await claims.TakeAsync(picked.Dossiers, person, cancellationToken);
        if (isCase)
            return See.Other($"/review/{picked.Dossiers[0]}?done={(refused.Count > 0 ? Notices.NotTaken : releases ? Notices.Released : Notices.Taken)}");
        kept.Write(request, person, []);
        return Told(refused.Count > 0 ? Notices.SomeNotTaken : releases ? Notices.Released : Notices.Taken);

        // On the page of the list on which he was.
        IResult Told(string done) => See.Other($"/review?done={done}{(PageOf($"page {form.Text("page")}") is { } shown ? $"&page={shown}" : "")}");
    }

    /// <summary>"page 2": nothing but another page of the list is wanted.</summary>
    private static int? PageOf(string what) => what.Split(' ') is ["page", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null;
}
