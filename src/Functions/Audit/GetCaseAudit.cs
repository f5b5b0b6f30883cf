using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Audit;

/// <summary>Who did what to a case and when, and whether what is stored is what was written. Works for an erased case too.</summary>
public sealed class GetCaseAudit(ApplicationTable applications, WhoAsks whoAsks, CaseAccess access)
{
    [Function(nameof(GetCaseAudit))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{dossier}/audit")] HttpRequest request,
        string dossier, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        if (!DossierNumber.TryParse(dossier, out var number) || await applications.ReadStoredAsync(number, cancellationToken) is not { Facts.Count: > 0 } stored)
            return Problems.From(Problems.UnknownDossier);
        // A state that cannot be opened says of no area; whoever may audit anywhere may see that it is broken.
        if (stored.Place() is var (unit, at) ? !access.IsInArea(person, unit, at, Role.Administrator, Role.Auditor) : !person.Authorities.Any(authority => authority.Role is Role.Administrator or Role.Auditor))
            return Problems.From(Problems.OutsideArea);
        if (stored.Open() is { } state && Conflicts.Bar(person, state))
            return Problems.From(Problems.UnknownDossier);
        return Results.Json(CaseAuditView.Of(number, CaseAudit.Of(stored)), Json.Options);
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
