using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyCode(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyCode))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "apply/code")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        return stored is null
            ? elsewhere!
            : pages.Show<CodePage, CodeModel>(request, new(stored.Code.Grouped, VietnamTime.DayOf(stored.Draft.Expires), path.Next(stored.Draft), Leaving: false));
    }
}
