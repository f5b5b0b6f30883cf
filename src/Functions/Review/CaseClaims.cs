using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Review;

/// <summary>Marks cases as being looked at, and takes the mark away.</summary>
public sealed class CaseClaims(ApplicationTable applications, ClaimTable table, TimeProvider clock)
{
    /// <returns>The problem of those that could not be marked, case by case; the others are.</returns>
    public Task<IReadOnlyList<ClaimRefusal>> TakeAsync(IReadOnlyList<string> dossiers, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(dossiers, actor, async (role, unit, waiting) => await table.TakeAsync(role, unit, waiting, actor, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<ClaimRefusal>> ReleaseAsync(IReadOnlyList<string> dossiers, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(dossiers, actor, async (role, unit, waiting) =>
        {
            await table.ReleaseAsync(role, unit, waiting, actor, cancellationToken);
            return [];
        }, cancellationToken);

    /// <summary>Who says that he is looking at the case, if anybody does.</summary>
    public async Task<CaseClaim?> OnAsync(Application state, CancellationToken cancellationToken) => state.Stage is { Rule: { } rule }
        ? (await table.ReadAsync(rule.Role, rule.Unit, cancellationToken)).On(state.Dossier.ToString(), clock.GetUtcNow())
        : null;

    private async Task<IReadOnlyList<ClaimRefusal>> ChangeAsync(
        IReadOnlyList<string> dossiers, Actor actor, Func<Role, string, IReadOnlyList<string>, Task<IReadOnlyList<CaseClaim>>> change, CancellationToken cancellationToken)
    {
        var (refused, mine) = (new List<ClaimRefusal>(), new List<Application>());
        foreach (var dossier in dossiers.Distinct())
        {
            var state = await applications.FindAsync(dossier, cancellationToken);
            if (state is null || Conflicts.Bar(actor, state))
                refused.Add(new(dossier, Problems.UnknownDossier, null));
            else if (!Rerouting.MayDecide(actor, state))
                refused.Add(new(dossier, Problems.NotYours, null));
            else
                mine.Add(state);
        }

        foreach (var queue in mine.GroupBy(state => (state.Stage!.Rule.Role, state.Stage.Rule.Unit), state => state.Dossier.ToString()))
            refused.AddRange((await change(queue.Key.Role, queue.Key.Unit, [.. queue])).Select(claim => new ClaimRefusal(claim.Dossier, Problems.Claimed, claim)));

        return refused;
    }
}

/// <param name="By">Who has marked it, where that is why.</param>
public sealed record ClaimRefusal(string Dossier, Problems.Problem Problem, CaseClaim? By);
