using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Every answer is kept already; this shows the code once more, and closes the draft on this device.</summary>
public sealed class ApplySave(PageWriter pages, PageForms forms, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplySave))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/save")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        if (!HttpMethods.IsPost(request.Method))
            return pages.Show<CodePage, CodeModel>(request, new(stored.Code.Grouped, VietnamTime.DayOf(stored.Draft.Expires), path.Next(stored.Draft), Leaving: true));
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        DraftCookie.Remove(request);
        return See.Other(stored.Draft.Officer is null ? "/" : "/apply/assist");
    }
}
