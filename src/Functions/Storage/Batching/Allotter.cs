using System.Collections.Concurrent;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Batching;

/// <summary>
/// Gives out consecutive numbers, together with the rows that go with them: dossier numbers, register numbers.
/// </summary>
/// <remarks>
/// What holds, whatever process is killed and whatever answer is lost, with any number of processes on the same run:
/// <list type="bullet">
/// <item>Gapless: the numbers stored are 1 to the counter, each once. Counter, key row and inserts are written in one batch, conditional on the counter.</item>
/// <item>Once: a key has one number for good. Asking again gives the same number and the content stored with it.</item>
/// <item>An allotment that was returned is stored. One that failed with <see cref="StorageUnavailableException"/>, or whose caller stopped waiting,
/// may be stored: ask again with the same key.</item>
/// <item>Requests that share a batch do not share a fate: one whose rows cannot be stored fails alone and uses up no number.</item>
/// </list>
/// Costs one storage request for a batch of up to 99 rows; one more to read the counter when it is not known, or another process moved it; two more for a key that has
/// its number already. Remembers up to a thousand counters.
/// </remarks>
public sealed class Allotter : IDisposable
{
    private const int Capacity = 4_096;
    private const int CountersKept = 1_000;

    private readonly ITables _tables;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<RunKey, Counter> _counters = new();
    private readonly PartitionBatcher<RunKey, AllotmentRequest, Allotment> _batcher;

    public Allotter(ITables tables, TimeProvider clock)
    {
        _tables = tables;
        _clock = clock;
        _batcher = new(FlushAsync, Limits.BatchSize, Capacity, clock);
    }

    /// <exception cref="ArgumentException">A key breaks <see cref="Limits"/>, or the rows that the request made do.</exception>
    /// <exception cref="StorageUnavailableException">Storage did not answer, several times over. The number may have been allotted: ask again with the same key.</exception>
    /// <exception cref="InvalidOperationException">A row of <see cref="AllottedRows.Inserts"/> is there already: nothing was allotted.</exception>
    public Task<Allotment> AllotAsync(NumberRun run, AllotmentRequest request, CancellationToken cancellationToken = default)
    {
        Limits.CheckTable(run.Table);
        Limits.CheckKey(run.Partition);
        Limits.CheckKey(run.CounterKey);
        Limits.CheckKey(request.Key);
        if (request.Key == run.CounterKey)
            throw new ArgumentException("The counter's row cannot be the key of a request.", nameof(request));
        return _batcher.SubmitAsync(new(run.Table, run.Partition, run.CounterKey), request, run.Linger, cancellationToken);
    }

    public void Dispose() => _batcher.Dispose();

    private async Task FlushAsync(RunKey run, IReadOnlyList<Waiting<AllotmentRequest, Allotment>> waiting)
    {
        var flush = new AllotmentFlush(_tables, _clock, run, waiting);
        try
        {
            await flush.RunAsync(_counters.GetValueOrDefault(run));
        }
        finally
        {
            if (flush.Counter is { } counter)
                Remember(run, counter);
            else
                _counters.TryRemove(run, out _);
        }
    }

    private void Remember(RunKey run, Counter counter)
    {
        // A forgotten counter costs a read: starting over is simpler than knowing which was used last.
        if (_counters.Count >= CountersKept && !_counters.ContainsKey(run))
            _counters.Clear();
        _counters[run] = counter;
    }
}

internal readonly record struct RunKey(string Table, string Partition, string Counter);
