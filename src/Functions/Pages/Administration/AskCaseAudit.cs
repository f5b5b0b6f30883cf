using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class AskCaseAudit(PageWriter pages)
{
    [Function(nameof(AskCaseAudit))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "manage/audit")] HttpRequest request)
    {
        var given = request.Query["dossier"].ToString().Trim();
        if (DossierNumber.TryParse(given, out var number))
            return See.Other($"/manage/audit/{number}");
        var errors = request.Query.ContainsKey("dossier") ? FieldErrors.Of("dossier", AdministrationErrors.UnknownDossier) : FieldErrors.None;
        return pages.Show<AskAuditPage, AskAuditModel>(request, new(given.Length <= 40 ? given : given[..40], errors));
    }
}
