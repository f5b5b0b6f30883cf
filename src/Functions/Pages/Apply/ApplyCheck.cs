using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyCheck(DraftPages drafts, DraftEvidence evidence, ApplyPath path, CheckAnswers check)
{
    [Function(nameof(ApplyCheck))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "apply/check")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        return path.Next(stored.Draft) is var next && next != ApplyPath.Check
            ? See.Other(next)
            : check.Show(request, stored.Draft, await evidence.ContentAsync(stored.Draft.EvidenceTicket, cancellationToken), FieldErrors.None);
    }
}
