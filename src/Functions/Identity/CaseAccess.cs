using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity;

/// <summary>
/// Who may open a case: staff of the area, and the applicant. Without either proof a case that exists and one that does not look alike, and so they do to staff with a
/// conflict of interest.
/// </summary>
public sealed class CaseAccess(ApplicationTable applications, WhoAsks whoAsks, Rules rules, TimeProvider clock)
{
    /// <returns>The state as stored now, or the problem to answer with.</returns>
    public async Task<(Application? State, IResult? Problem)> OpenAsync(HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var (state, erasure) = await FindAsync(dossier, cancellationToken);
        if (state is not null && whoAsks.IsApplicant(request, state))
            return (state, null);
        if (whoAsks.Person(request) is not { } person)
            return (null, Problems.From(Problems.SignInNeeded));
        if (person.Authorities.Count > 0 && erasure is not null)
            return (null, Problems.From(IsInArea(person, erasure.Unit, erasure.At) ? Problems.Erased : Problems.OutsideArea));
        if (person.Authorities.Count == 0 || state is null || Conflicts.Bar(person, state))
            return (null, Problems.From(Problems.UnknownDossier));
        return IsInArea(person, state) ? (state, null) : (null, Problems.From(Problems.OutsideArea));
    }

    /// <summary>For what only the applicant may do. A wrong proof and an unknown dossier get one answer.</summary>
    public Task<(Application? State, IResult? Problem)> OpenOwnAsync(string? phoneDigits, string? dossier, CancellationToken cancellationToken) =>
        OpenOwnAsync(dossier, state => WhoAsks.IsApplicant(phoneDigits, state), cancellationToken);

    /// <summary>For what only the applicant may do, with the proof in the header or by having signed in.</summary>
    public Task<(Application? State, IResult? Problem)> OpenOwnAsync(HttpRequest request, string dossier, CancellationToken cancellationToken) =>
        OpenOwnAsync(dossier, state => whoAsks.IsApplicant(request, state), cancellationToken);

    private async Task<(Application? State, IResult? Problem)> OpenOwnAsync(string? dossier, Func<Application, bool> isHis, CancellationToken cancellationToken)
    {
        var (state, _) = await FindAsync(dossier, cancellationToken);
        return state is not null && isHis(state) ? (state, null) : (null, Problems.From(Problems.UnknownDossier));
    }

    /// <summary>An erased case can be proven by nobody: for those without authority there is none.</summary>
    private async Task<(Application? State, Erasure? Erasure)> FindAsync(string? dossier, CancellationToken cancellationToken)
    {
        try
        {
            return (DossierNumber.TryParse(dossier, out var number) ? await applications.ReadAsync(number, cancellationToken) : null, null);
        }
        catch (CaseErasedException e)
        {
            return (null, e.Erasure);
        }
    }

    /// <summary>Does the person hold a role where the case lies, or in a body that decides it?</summary>
    public bool IsInArea(Actor person, Application state) =>
        IsInArea(person, state.Submission.Unit, state.SubmittedAt) || state.Stages.Any(stage => person.Has(stage.Rule.Role, stage.Rule.Unit));

    /// <summary>Does the person hold one of the roles, or any where none is named, in the unit as it was then, or above it?</summary>
    public bool IsInArea(Actor person, string unit, DateTimeOffset at, params IReadOnlyList<Role> roles) =>
        rules.Units.Nearest(unit, rules.MapDay(at)) is { } then && WhoAsks.IsInArea(
            roles.Count == 0 ? person : person with { Authorities = [.. person.Authorities.Where(authority => roles.Contains(authority.Role))] }, then, rules.Units, rules.MapDay(clock.GetUtcNow()));
}
