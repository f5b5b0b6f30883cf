using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Applications;

/// <summary>
/// The record: one partition an application, its state, its facts and its key, written together in one conditional batch. What this table
/// says has happened has happened; everything else follows it.
/// </summary>
/// <remarks>
/// States are kept in memory for a while, so that a decision costs one request. A kept state may be old (another instance wrote): the
/// etag finds that out when it is written, and whoever only reads says how new it has to be.
/// </remarks>
public sealed class ApplicationTable(ITables tables, Rules rules, TimeProvider clock)
{
    private const int Tries = 5;
    private const int Page = 500;
    private readonly StatesAtHand<Loaded> kept = new(open: 2_000, closed: 1_000, clock);

    /// <summary>The state as stored now.</summary>
    /// <exception cref="CaseErasedException">Its key has been destroyed; every method that opens a case says so.</exception>
    public async Task<Application?> ReadAsync(DossierNumber dossier, CancellationToken cancellationToken) =>
        (await LoadAsync(dossier, cancellationToken))?.State;

    /// <summary>The state at <paramref name="version"/> or later, without asking storage where it is at hand.</summary>
    public async Task<Application?> ReadAsync(DossierNumber dossier, int version, CancellationToken cancellationToken) =>
        (Kept(dossier) is { } near && near.State.Version >= version ? near : await LoadAsync(dossier, cancellationToken))?.State;

    /// <summary>Another number whenever a state has come to hand: as long as it is the same, <see cref="AtHand"/> knows nothing new.</summary>
    public long TimesKept => kept.Times;

    /// <summary>The state that this process has at hand, however old; null where it has none. Asks storage nothing.</summary>
    public Application? AtHand(DossierNumber dossier) => Kept(dossier)?.State;

    /// <summary>Stores the first fact, unless the dossier has a record already.</summary>
    /// <returns>The record, and whether it is this submission's.</returns>
    public async Task<(Application State, bool IsNew)> SubmitAsync(DossierNumber dossier, IReadOnlyList<Fact> facts, Actor actor, CancellationToken cancellationToken)
    {
        var next = Next(dossier, null, facts, actor);
        var result = await tables.CommitAsync(
            TableNames.Applications, dossier.ToString(), [new RowChange.Insert(StateRow.RowKey, next.StateBody), .. next.Rows], cancellationToken);
        if (result is BatchResult.Applied applied)
            return (Keep(dossier, next, applied), true);
        return (await LoadAsync(dossier, cancellationToken) is { State: var state } ? state : throw new StorageUnavailableException($"The record of {dossier} was refused as existing and is not there."), false);
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
        var stored = await ReadStoredAsync(dossier, cancellationToken);
        return [.. stored.Facts.Select(row => FactChain.Read(dossier, row.Body, stored.Key))];
    }

    /// <summary>How far the chain of a case goes, erased ones included; null where there is no case.</summary>
    /// <exception cref="System.Text.Json.JsonException">The row is not what was written.</exception>
    public async Task<(int Version, string Hash, DateTimeOffset ChangedAt)?> HeadAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Applications, dossier.ToString(), StateRow.RowKey, cancellationToken) is not { } row)
            return null;
        var stored = Json.Read<StateRow>(row.Body);
        return (stored.Version ?? stored.State!.Version, stored.Head, stored.ChangedAt ?? stored.State!.ChangedAt);
    }

    /// <summary>Everything stored of a case, unopened: for whoever verifies it.</summary>
    public async Task<StoredCase> ReadStoredAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        var rows = new List<StoredRow>();
        IReadOnlyList<StoredRow> page;
        do
        {
            // ' ' is the least character that can follow the last key.
            var from = rows.Count == 0 ? " " : rows[^1].Key + " ";
            page = await tables.ReadRangeAsync(TableNames.Applications, dossier.ToString(), from, StateRow.RowKey + " ", Page, cancellationToken);
            rows.AddRange(page);
        }
        while (page.Count == Page);
        return StoredCase.Of(dossier, rows);
    }

    /// <summary>
    /// Destroys the key of a case, and with it what the facts and the state say; the facts themselves stay, one more among them that says so.
    /// </summary>
    /// <param name="decide">As for <see cref="ExecuteAsync"/>; what it records is stored unsealed.</param>
    public async Task<CommandResult> EraseAsync(DossierNumber dossier, Func<Application, Outcome> decide, Actor actor, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var stored = await ReadStoredAsync(dossier, cancellationToken);
            if (stored.State is null)
                return new CommandResult.Unknown();
            var state = Json.Read<StateRow>(stored.State.Body).Open(dossier);
            switch (decide(state))
            {
                case Outcome.Refused refused:
                    return new CommandResult.Refused(refused.Refusal);
                case Outcome.Accepted { Facts: [Fact.CaseErased erased] }:
                    var rows = CaseErasure.Rows(stored, state, new(state.Version + 1, clock.GetUtcNow(), actor.Id, erased));
                    var result = await tables.CommitAsync(TableNames.Applications, dossier.ToString(), rows, cancellationToken);
                    kept.Remove(dossier);
                    if (result is BatchResult.Applied)
                        return new CommandResult.Done(state, Changed: true);
                    break;
                case var other:
                    throw new InvalidOperationException($"{dossier}: {other} erases nothing.");
            }
        }

        return new CommandResult.Contended();
    }

    /// <returns>The new state, or null when somebody else was first.</returns>
    private async Task<Application?> CommitAsync(DossierNumber dossier, Loaded current, IReadOnlyList<Fact> facts, Actor actor, CancellationToken cancellationToken)
    {
        var next = Next(dossier, current, facts, actor);
        try
        {
            var result = await tables.CommitAsync(
                TableNames.Applications, dossier.ToString(), [new RowChange.Replace(StateRow.RowKey, next.StateBody, current.ETag), .. next.Rows], cancellationToken);
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
        // A case written before there were keys gets its own with the next command.
        var (state, head, key, rows) = (current?.State, current?.Head ?? FactChain.Start(dossier), current?.Key ?? CaseKey.New(), new List<RowChange>());
        if (current?.Key is null)
            rows.Add(new RowChange.Insert(StateRow.KeyRowKey, Json.Write(new KeyRow(key.ToText()))));
        foreach (var fact in facts)
        {
            var recorded = new RecordedFact((state?.Version ?? 0) + 1, clock.GetUtcNow(), actor.Id, fact);
            state = Evolution.Apply(dossier, state, recorded);
            (head, var body) = FactChain.Append(head, dossier, recorded, key, ShownBy(actor));
            rows.Add(new RowChange.Insert(FactChain.Key(recorded.Sequence), body));
        }

        return new(state!, head, key, Json.Write(StateRow.Of(state!, head, key)), rows);
    }

    /// <summary>Staff answer for what they do, for good; an applicant who has signed in is a person whose id goes with the key.</summary>
    private static string ShownBy(Actor actor) => actor.Authorities.Count > 0 || actor.Id == Actor.System.Id ? actor.Id : Actor.Applicant.Id;

    private async Task<Loaded?> LoadAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Applications, dossier.ToString(), StateRow.RowKey, cancellationToken) is not { } row)
            return null;
        var stored = Json.Read<StateRow>(row.Body);
        // By another instance, maybe, or while somebody read it here.
        if (stored.Erased is not null)
            kept.Remove(dossier);
        var state = stored.Open(dossier);
        // Whoever decides on the case decides under its own rules.
        await rules.LoadAsync(state, cancellationToken);
        return Keep(dossier, new Loaded(state, stored.Head, stored.Key is { } key ? CaseKey.Parse(key) : null, row.ETag));
    }

    private Loaded? Kept(DossierNumber dossier) => kept.Get(dossier);

    private Application Keep(DossierNumber dossier, Prepared next, BatchResult.Applied applied) =>
        Keep(dossier, new Loaded(next.State, next.Head, next.Key, applied.ETags[StateRow.RowKey])).State;

    private Loaded Keep(DossierNumber dossier, Loaded loaded)
    {
        kept.Set(dossier, loaded, loaded.State.IsClosed);
        return loaded;
    }

    /// <param name="Key">Null for a case that was written before there were keys.</param>
    private sealed record Loaded(Application State, string Head, CaseKey? Key, string ETag);

    private sealed record Prepared(Application State, string Head, CaseKey Key, string StateBody, IReadOnlyList<RowChange> Rows);
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
