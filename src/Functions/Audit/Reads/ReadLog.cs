using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Audit.Reads;

/// <summary>
/// Which of the staff has seen what of whom, when and why. That a case was opened is stored before it is shown; lists, which are asked for all the time, are
/// gathered for two seconds: a kill loses no more than that (docs/adr/0142).
/// </summary>
/// <remarks>Nothing is shown that cannot be recorded: without storage the caller gets its outage.</remarks>
public sealed class ReadLog : BackgroundService
{
    private const int MostGathered = 5_000;
    private const int ListedInRow = 1_000;

    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);

    private readonly Projector projector;
    private readonly TimeProvider clock;
    private readonly ILogger<ReadLog> logger;
    private readonly Lock gate = new();
    private Dictionary<(string Person, string Queue), Gathered> lists = [];
    private int gathered;

    public ReadLog(ITables tables, TimeProvider clock, ILogger<ReadLog> logger)
    {
        (this.clock, this.logger) = (clock, logger);
        // The machine's own clock: how long rows wait for others is no matter of the case.
        projector = new(tables, TimeProvider.System, TimeSpan.FromMilliseconds(50));
    }

    /// <summary>Stores that a person is about to see a case.</summary>
    /// <exception cref="StorageUnavailableException">It may not be shown.</exception>
    public async Task OpenedAsync(Actor person, Application state, string what, CancellationToken cancellationToken)
    {
        var record = new ReadRecord(clock.GetUtcNow(), person.Id, state.Dossier.ToString(), what, Why(person, state), state.Submission.Unit);
        var (key, body) = (record.NewKey(), Json.Write(record));
        await Task.WhenAll(
            projector.WriteAsync(TableNames.Reads, ReadRecord.CasePartition(state.Dossier), [new Projection.Put(ReadRecord.CaseKeys(state.Dossier) + key, body)], cancellationToken),
            projector.WriteAsync(TableNames.Reads, ReadRecord.DayPartition(record.Day), [new Projection.Put(ReadRecord.PersonKeys(record.PersonKey) + key, body)], cancellationToken));
    }

    /// <summary>Stores that a person is about to see what is recorded of one of the staff: his phone, what he belongs to.</summary>
    /// <exception cref="StorageUnavailableException">It may not be shown.</exception>
    public Task LookedUpAsync(Actor person, string unit, string what, CancellationToken cancellationToken)
    {
        var record = new ReadRecord(clock.GetUtcNow(), person.Id, null, what, Roles(person), unit);
        return projector.WriteAsync(
            TableNames.Reads, ReadRecord.DayPartition(record.Day), [new Projection.Put(ReadRecord.PersonKeys(record.PersonKey) + record.NewKey(), Json.Write(record))], cancellationToken);
    }

    /// <summary>A person is about to see a list of cases. Returns at once, unless too much has been gathered that storage has not taken.</summary>
    public async Task ListedAsync(Actor person, Role role, string unit, IReadOnlyCollection<string> dossiers, CancellationToken cancellationToken)
    {
        if (dossiers.Count == 0)
            return;
        bool full;
        lock (gate)
        {
            var key = (person.Id, $"{role}:{unit}");
            if (!lists.TryGetValue(key, out var list))
                lists.Add(key, list = new(clock.GetUtcNow(), role, unit, []));
            foreach (var dossier in dossiers)
                if (list.Dossiers.Add(dossier))
                    gathered++;
            full = gathered + lists.Count > MostGathered;
        }

        if (full)
            await FlushAsync(cancellationToken);
    }

    /// <summary>Stores what has been gathered.</summary>
    /// <exception cref="StorageUnavailableException">It is kept for the next time.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        Dictionary<(string Person, string Queue), Gathered> taken;
        lock (gate)
            (taken, lists, gathered) = (lists, [], 0);
        try
        {
            await Task.WhenAll(taken.SelectMany(list => Records(list.Key.Person, list.Key.Queue, list.Value)).Select(record => projector.WriteAsync(
                TableNames.Reads, ReadRecord.DayPartition(record.Day), [new Projection.Put(ReadRecord.PersonKeys(record.PersonKey) + record.NewKey(), Json.Write(record))], cancellationToken)));
        }
        catch
        {
            GiveBack(taken);
            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    public override void Dispose()
    {
        projector.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Gathering);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryFlushAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync writes what is left.
        }
    }

    private async Task TryFlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (StorageUnavailableException e)
        {
            logger.LogWarning(e, "What was read could not be recorded yet.");
        }
    }

    private void GiveBack(Dictionary<(string Person, string Queue), Gathered> taken)
    {
        lock (gate)
        {
            foreach (var (key, list) in taken)
            {
                if (!lists.TryGetValue(key, out var newer))
                    lists.Add(key, newer = list with { Dossiers = [] });
                foreach (var dossier in list.Dossiers)
                    if (newer.Dossiers.Add(dossier))
                        gathered++;
            }
        }
    }

    private static IEnumerable<ReadRecord> Records(string person, string queue, Gathered list) => list.Dossiers.Order(StringComparer.Ordinal).Chunk(ListedInRow)
        .Select(dossiers => new ReadRecord(list.At, person, null, $"queue {queue}", $"role:{list.Role}", list.Unit, dossiers));

    private static string Why(Actor person, Application state) => state.Stage is { Rule: { } rule } && person.Has(rule.Role, rule.Unit)
        ? $"stage:{rule.Code}"
        : Roles(person);

    private static string Roles(Actor person) => $"role:{string.Join(',', person.Authorities.Select(authority => authority.Role).Distinct())}";

    private sealed record Gathered(DateTimeOffset At, Role Role, string Unit, HashSet<string> Dossiers);
}
