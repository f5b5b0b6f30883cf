using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Audit;

/// <summary>The audit of a case, for those who watch over its area and have no interest in it. Works for an erased case too.</summary>
public sealed class CaseAudits(ApplicationTable applications, WhoAsks whoAsks, CaseAccess access)
{
    /// <returns>The audit, or the problem to answer with.</returns>
    public async Task<(DossierNumber Dossier, CaseAudit? Audit, IResult? Problem)> OpenAsync(HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return (default, null, Problems.From(Problems.SignInNeeded));
        if (!DossierNumber.TryParse(dossier, out var number) || await applications.ReadStoredAsync(number, cancellationToken) is not { Facts.Count: > 0 } stored)
            return (default, null, Problems.From(Problems.UnknownDossier));
        // A state that cannot be opened says of no area; whoever may audit anywhere may see that it is broken.
        if (stored.Place() is var (unit, at) ? !access.IsInArea(person, unit, at, Role.Administrator, Role.Auditor) : !person.Authorities.Any(authority => authority.Role is Role.Administrator or Role.Auditor))
            return (number, null, Problems.From(Problems.OutsideArea));
        if (stored.Open() is { } state && Conflicts.Bar(person, state))
            return (number, null, Problems.From(Problems.UnknownDossier));
        return (number, CaseAudit.Of(stored), null);
    }
}
