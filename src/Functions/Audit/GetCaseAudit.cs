using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Audit;

/// <summary>Who did what to a case and when, and whether what is stored is what was written. Works for an erased case too.</summary>
public sealed class GetCaseAudit(CaseAudits audits)
{
    [Function(nameof(GetCaseAudit))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{dossier}/audit")] HttpRequest request,
        string dossier, CancellationToken cancellationToken)
    {
        var (number, audit, problem) = await audits.OpenAsync(request, dossier, cancellationToken);
        return audit is null ? problem! : Results.Json(CaseAuditView.Of(number, audit), Json.Options);
    }
}

public sealed record CaseAuditView(string Dossier, bool Verified, bool Erased, BrokenLinkView? Broken, IReadOnlyList<AuditedFactView> Facts)
{
    public static CaseAuditView Of(DossierNumber dossier, CaseAudit audit) => new(
        dossier.ToString(), audit.Broken is null, audit.Erased, audit.Broken is { } broken ? new(broken.Sequence, broken.Fault, broken.Text) : null,
        [.. audit.Facts.Select(fact => new AuditedFactView(fact.Sequence, fact.At, fact.By, fact.Kind, fact.Hash, audit.Broken is null || audit.Broken.Sequence == 0 || fact.Sequence < audit.Broken.Sequence))]);
}

/// <param name="Sequence">0 where it is the case as a whole.</param>
public sealed record BrokenLinkView(int Sequence, LinkFault Fault, LocalText Text);

public sealed record AuditedFactView(int Sequence, DateTimeOffset? At, string? By, string? Kind, string Hash, bool Verified);
