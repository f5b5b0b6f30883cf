using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Audit;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class ShowCaseAudit(PageWriter pages, CaseAudits audits, PeopleTable people)
{
    [Function(nameof(ShowCaseAudit))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "manage/audit/{dossier}")] HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var (number, audit, problem) = await audits.OpenAsync(request, dossier, cancellationToken);
        if (audit is null)
            return problem!;
        var rows = new List<AuditRow>();
        foreach (var fact in audit.Facts)
            rows.Add(new(
                fact.Sequence, fact.Kind is { } kind ? FactKindWords.Of(kind) : null, fact.By is { } by ? await NameOfAsync(by, cancellationToken) : null,
                fact.At is { } at ? VietnamTime.At(at) : null, fact.Hash));
        return pages.Show<AuditPage, AuditModel>(request, new(number.ToString(), audit.Erased, audit.Broken?.Text, rows));
    }

    private async Task<LocalText> NameOfAsync(string id, CancellationToken cancellationToken)
    {
        if (id == Actor.System.Id)
            return new("Hệ thống", "The service");
        if (id == Actor.Applicant.Id)
            return new("Người nộp hồ sơ", "The applicant");
        var name = (await people.FindAsync(PeopleTable.KeyOf(id), cancellationToken)).Person?.Name ?? id;
        return new(name, name);
    }
}
