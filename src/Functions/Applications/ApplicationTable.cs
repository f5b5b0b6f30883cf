using Microsoft.Extensions.Caching.Memory;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Applications;

/// <summary>
/// The record: one partition an application, its state and its facts, written together in one conditional batch. What this table says has
/// happened has happened; everything else follows it.
/// </summary>
/// <remarks>
/// States are kept in memory for a while, so that a decision costs one request. A kept state may be old (another instance wrote): the
/// etag finds that out when it is written, and whoever only reads says how new it has to be.
/// </remarks>
public sealed class ApplicationTable(ITables tables, TimeProvider clock) : IDisposable
{
    private const string StateKey = "state";
    private const int Tries = 5;
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 1_000 });

    /// <summary>The state as stored now.</summary>
    public async Task<Application?> ReadAsync(DossierNumber dossier, CancellationToken cancellationToken) =>
        (await LoadAsync(dossier, cancellationToken))?.State;

    /// <summary>The state at <paramref name="version"/> or later, without asking storage where it is at hand.</summary>
    public async Task<Application?> ReadAsync(DossierNumber dossier, int version, CancellationToken cancellationToken) =>
        (Kept(dossier) is { } near && near.State.Version >= version ? near : await LoadAsync(dossier, cancellationToken))?.State;

    /// <summary>Stores the first fact. A dossier number belongs to one submission, so a record that is there already is this one.</summary>
    public async Task<Application> SubmitAsync(DossierNumber dossier, IReadOnlyList<Fact> facts, Actor actor, CancellationToken cancellationToken)
    {
        var next = Next(dossier, null, facts, actor);
        var result = await tables.CommitAsync(
            TableNames.Applications, dossier.ToString(), [new RowChange.Insert(StateKey, next.StateBody), .. next.FactRows], cancellationToken);
        if (result is BatchResult.Applied applied)
            return Keep(dossier, next, applied);
        return (await LoadAsync(dossier, cancellationToken))?.State
            ?? throw new StorageUnavailableException($"The record of {dossier} was refused as existing and is not there.");
    }

    /// <summary>
    /// Decides and commits. <paramref name="decide"/> may run several times: it is asked again whenever somebody else was first, so it
    /// never decides on a state that is not the stored one.
    /// </summary>
    public async Task<CommandResult> ExecuteAsync(DossierNumber dossier, Func<Application, Outcome> decide, Actor actor, CancellationToken cancellationToken)
    {
        var near = Kept(dossier);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var current = near ?? await LoadAsync(dossier, cancellationToken);
            if (current is null)
                return new CommandResult.Unknown();

            var outcome = decide(current.State);
            if (outcome is Outcome.Accepted accepted)
            {
                if (await CommitAsync(dossier, current, accepted.Facts, actor, cancellationToken) is { } state)
                    return new CommandResult.Done(state, Changed: true);
            }
            else if (near is null)
            {
                return outcome is Outcome.Refused refused ? new CommandResult.Refused(refused.Refusal) : new CommandResult.Done(current.State, Changed: false);
            }

            // Somebody was first, or an old copy said no: ask again with what is stored.
            near = null;
        }

        return new CommandResult.Contended();
    }

    /// <summary>Every fact of a case, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedFact>> ReadFactsAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        var facts = new List<RecordedFact>();
        IReadOnlyList<StoredRow> page;
        do
        {
            page = await tables.ReadRangeAsync(TableNames.Applications, dossier.ToString(), FactChain.Key(facts.Count + 1), FactChain.EndKey, 500, cancellationToken);
            facts.AddRange(page.Select(row => FactChain.Read(row.Body)));
        }
        while (page.Count == 500);
        return facts;
    }

    public void Dispose() => kept.Dispose();

    /// <returns>The new state, or null when somebody else was first.</returns>
    private async Task<Application?> CommitAsync(DossierNumber dossier, Loaded current, IReadOnlyList<Fact> facts, Actor actor, CancellationToken cancellationToken)
    {
        var next = Next(dossier, current, facts, actor);
        try
        {
            var result = await tables.CommitAsync(
                TableNames.Applications, dossier.ToString(), [new RowChange.Replace(StateKey, next.StateBody, current.ETag), .. next.FactRows], cancellationToken);
            if (result is BatchResult.Applied applied)
                return Keep(dossier, next, applied);
            kept.Remove(dossier);
            return null;
        }
        catch (StorageUnavailableException)
        {
            // It may have been applied: the hash of the last fact tells ours from anybody else's.
            kept.Remove(dossier);
            if (await LoadAsync(dossier, cancellationToken) is { } stored && stored.Head == next.Head)
                return stored.State;
            throw;
        }
    }

    private Prepared Next(DossierNumber dossier, Loaded? current, IReadOnlyList<Fact> facts, Actor actor)
    {
        var (state, head, rows) = (current?.State, current?.Head ?? FactChain.Start(dossier), new List<RowChange>());
        foreach (var fact in facts)
        {
            var recorded = new RecordedFact((state?.Version ?? 0) + 1, clock.GetUtcNow(), actor.Id, fact);
            state = Evolution.Apply(dossier, state, recorded);
            (head, var body) = FactChain.Append(head, recorded);
            rows.Add(new RowChange.Insert(FactChain.Key(recorded.Sequence), body));
        }

        return new(state!, head, Json.Write(new StateRow(state!, head)), rows);
    }

    private async Task<Loaded?> LoadAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Applications, dossier.ToString(), StateKey, cancellationToken) is not { } row)
            return null;
        var stored = Json.Read<StateRow>(row.Body);
        return Keep(dossier, new Loaded(stored.State, stored.Head, row.ETag));
    }

    private Loaded? Kept(DossierNumber dossier) => kept.Get<Loaded>(dossier);

    private Application Keep(DossierNumber dossier, Prepared next, BatchResult.Applied applied) =>
        Keep(dossier, new Loaded(next.State, next.Head, applied.ETags[StateKey])).State;

    private Loaded Keep(DossierNumber dossier, Loaded loaded) =>
        kept.Set(dossier, loaded, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });

    private sealed record StateRow(Application State, string Head);

    private sealed record Loaded(Application State, string Head, string ETag);

    private sealed record Prepared(Application State, string Head, string StateBody, IReadOnlyList<RowChange> FactRows);
}

/// <summary>What became of a command. Final: there is no "perhaps".</summary>
public abstract record CommandResult
{
    private CommandResult() { }

    /// <param name="Changed">False when the command had been carried out before.</param>
    public sealed record Done(Application State, bool Changed) : CommandResult;

    public sealed record Refused(Refusal Refusal) : CommandResult;

    /// <summary>There is no such application.</summary>
    public sealed record Unknown : CommandResult;

    /// <summary>Others were first several times in a row; nothing was done.</summary>
    public sealed record Contended : CommandResult;
}
