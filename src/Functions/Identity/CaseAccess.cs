using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity;

/// <summary>Who may open a case: staff of the area, and the applicant. Without either proof a case that exists and one that does not look alike.</summary>
public sealed class CaseAccess(ApplicationTable applications, WhoAsks whoAsks, Rules rules)
{
    /// <returns>The state as stored now, or the problem to answer with.</returns>
    public async Task<(Application? State, IResult? Problem)> OpenAsync(HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var state = DossierNumber.TryParse(dossier, out var number) ? await applications.ReadAsync(number, cancellationToken) : null;
        if (state is not null && WhoAsks.IsApplicant(request, state))
            return (state, null);
        if (whoAsks.Staff(request) is not { } person)
            return (null, Problems.From(Problems.SignInNeeded));
        if (state is null)
            return (null, Problems.From(Problems.UnknownDossier));
        return WhoAsks.IsInArea(person, state, rules.Units) ? (state, null) : (null, Problems.From(Problems.OutsideArea));
    }

    /// <summary>For what only the applicant may do. A wrong proof and an unknown dossier get one answer.</summary>
    public async Task<(Application? State, IResult? Problem)> OpenOwnAsync(string? phoneDigits, string? dossier, CancellationToken cancellationToken)
    {
        var state = DossierNumber.TryParse(dossier, out var number) ? await applications.ReadAsync(number, cancellationToken) : null;
        return state is not null && WhoAsks.IsApplicant(phoneDigits, state) ? (state, null) : (null, Problems.From(Problems.UnknownDossier));
    }

    /// <summary>For what only the applicant may do, with the proof in the header.</summary>
    public Task<(Application? State, IResult? Problem)> OpenOwnAsync(HttpRequest request, string dossier, CancellationToken cancellationToken) =>
        OpenOwnAsync(request.Headers[WhoAsks.PhoneHeader].ToString(), dossier, cancellationToken);
}
