using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.RateLimits;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity;

/// <summary>
/// Who may open a case: staff of the area, and the applicant. Without either proof a case that exists and one that does not look alike, and so they do to staff with a
/// conflict of interest.
/// </summary>
public sealed class CaseAccess(ApplicationTable applications, WhoAsks whoAsks, Rules rules, ProofAttempts attempts, ClientAddress address, ReadLog reads, TimeProvider clock)
{
    /// <summary>That one of the staff has opened it is recorded first.</summary>
    /// <returns>The state as stored now, or the problem to answer with.</returns>
    public async Task<(Application? State, IResult? Problem)> OpenAsync(HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var (state, erasure) = await FindAsync(dossier, cancellationToken);
        if (state is not null && HasFiled(request, state))
            return (await SeenAsync(request, state, cancellationToken), null);
        if (request.Headers[WhoAsks.PhoneHeader].ToString() is { Length: > 0 } digits)
        {
            var (proven, problem) = await ProveAsync(request, digits, dossier, state, cancellationToken);
            if (proven || problem is not null)
                return (proven ? await SeenAsync(request, state!, cancellationToken) : null, problem);
        }

        if (whoAsks.Person(request) is not { } person)
            return (null, Problems.From(Problems.SignInNeeded));
        if (person.Authorities.Count > 0 && erasure is not null)
            return (null, Problems.From(IsInArea(person, erasure.Unit, erasure.At) ? Problems.Erased : Problems.OutsideArea));
        if (person.Authorities.Count == 0 || state is null || Conflicts.Bar(person, state))
            return (null, Problems.From(Problems.UnknownDossier));
        if (!IsInArea(person, state))
            return (null, Problems.From(Problems.OutsideArea));
        await reads.OpenedAsync(person, state, request.Path, cancellationToken);
        return (state, null);
    }

    /// <summary>Has the caller shown that the case is his? By the phone, or by having filed it himself.</summary>
    public bool IsApplicant(HttpRequest request, Application state) => WhoAsks.IsApplicant(request.Headers[WhoAsks.PhoneHeader].ToString(), state) || HasFiled(request, state);

    /// <summary>Has the caller filed it, signed in? Whoever filed for somebody else has it while he is officer of the place, and no longer.</summary>
    public bool HasFiled(HttpRequest request, Application state) => whoAsks.Person(request) is { } person && person.Id == state.SubmittedBy
        && (state.Submission.Assistance is null || IsInArea(person, state.Submission.Unit, state.SubmittedAt, Role.CommuneOfficer));

    /// <summary>
    /// Who acts where somebody acts as the applicant. One of the staff of the place does it under his own name, be it that he has filed for somebody else or that he was given the digits of
    /// the phone at the counter: the record says who did what, and he decides nothing of it (<see cref="Conflicts.HasHandled"/>).
    /// </summary>
    public Actor ActorFor(HttpRequest request, Application own) =>
        whoAsks.Staff(request) is { } staff && (staff.Id == own.SubmittedBy ? own.Submission.Assistance is not null : IsStaffOf(request, own)) ? staff : Actor.Applicant;

    /// <summary>He looks at somebody's data, too: recorded like any other of the staff.</summary>
    private async Task<Application> SeenAsync(HttpRequest request, Application own, CancellationToken cancellationToken)
    {
        if (ActorFor(request, own) is var actor && actor != Actor.Applicant)
            await reads.OpenedAsync(actor, own, request.Path, cancellationToken);
        return own;
    }

    /// <summary>Is the caller staff of the area without a conflict of interest, and not the applicant alone?</summary>
    public bool IsStaffOf(HttpRequest request, Application state) =>
        whoAsks.Staff(request) is { } person && !Conflicts.Bar(person, state) && IsInArea(person, state);

    /// <summary>For what only the applicant may do. A wrong proof and an unknown dossier get one answer.</summary>
    public async Task<(Application? State, IResult? Problem)> OpenOwnAsync(HttpRequest request, string? phoneDigits, string? dossier, CancellationToken cancellationToken)
    {
        var (state, _) = await FindAsync(dossier, cancellationToken);
        if (state is not null && HasFiled(request, state))
            return (await SeenAsync(request, state, cancellationToken), null);
        // Nothing given is no guess.
        if (string.IsNullOrEmpty(phoneDigits))
            return (null, Problems.From(Problems.UnknownDossier));
        var (proven, problem) = await ProveAsync(request, phoneDigits, dossier, state, cancellationToken);
        return proven ? (await SeenAsync(request, state!, cancellationToken), null) : (null, problem ?? Problems.From(Problems.UnknownDossier));
    }

    /// <summary>For what only the applicant may do, with the proof in the header or by having signed in.</summary>
    public Task<(Application? State, IResult? Problem)> OpenOwnAsync(HttpRequest request, string dossier, CancellationToken cancellationToken) =>
        OpenOwnAsync(request, request.Headers[WhoAsks.PhoneHeader].ToString(), dossier, cancellationToken);

    /// <summary>Digits are looked at only while not too many wrong ones have been tried. That there is no such dossier is kept as quiet as that they are wrong.</summary>
    private async Task<(bool Proven, IResult? Problem)> ProveAsync(
        HttpRequest request, string? digits, string? dossier, Application? state, CancellationToken cancellationToken)
    {
        if (!DossierNumber.TryParse(dossier, out var number))
            return (false, null);
        var from = address.Of(request);
        if (RequestLimits.Problem(request, await attempts.WaitAsync(number, from, cancellationToken)) is { } wait)
            return (false, wait);
        if (state is not null && WhoAsks.IsApplicant(digits, state))
        {
            attempts.Proven(number, from);
            return (true, null);
        }

        await attempts.FailedAsync(number, state is not null, from, cancellationToken);
        return (false, null);
    }

    /// <summary>Of a list that speaks of cases: what does not speak of one that the person must not know of. An erased case says of nobody that he belongs to it.</summary>
    public async Task<IReadOnlyList<T>> WithoutConflictsAsync<T>(Actor person, IReadOnlyList<T> items, Func<T, IEnumerable<string>> dossiersOf, CancellationToken cancellationToken)
    {
        var hidden = new ConcurrentDictionary<string, bool>();
        await Parallel.ForEachAsync(items.SelectMany(dossiersOf).Distinct(), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (dossier, token) =>
        {
            if ((await FindAsync(dossier, token)).State is { } state && Conflicts.Bar(person, state))
                hidden[dossier] = true;
        });
        return hidden.IsEmpty ? items : [.. items.Where(item => !dossiersOf(item).Any(hidden.ContainsKey))];
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

    /// <summary>Is the person an administrator of where it lies?</summary>
    public bool Administers(Actor person, Place place) => IsInArea(person, place.Unit, place.At, Role.Administrator);
}
