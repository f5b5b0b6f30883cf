using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Forgets the draft and its files at once, after asking once more.</summary>
public sealed class ApplyDelete(PageWriter pages, PageForms forms, DraftPages drafts, DraftEvidence evidence)
{
    [Function(nameof(ApplyDelete))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/delete")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        var again = stored.Draft.Officer is null ? "/apply" : "/apply/assist";
        if (!HttpMethods.IsPost(request.Method))
            return pages.Show<DeletePage, DeleteModel>(request, new(again, Deleted: false));
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (!await evidence.DeleteAsync(stored, cancellationToken))
            return Problems.From(Problems.Contended);
        DraftCookie.Remove(request);
        return pages.Show<DeletePage, DeleteModel>(request, new(again, Deleted: true));
    }
}
