using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Batching;

/// <summary>
/// Writes read models into partitions that many cases share (work queues), the rows of many cases in one batch.
/// </summary>
/// <remarks>
/// When <see cref="WriteAsync"/> returns, every row of the call is as asked, or as a call that came later to this process asked. Rows of one call that share a
/// batch with others become visible with them; a call is not split over batches. Repeating a call is safe at any time. A call whose rows cannot be stored fails alone, before anything is
/// sent. An outage fails all calls of the batch with <see cref="StorageUnavailableException"/>: their rows may or may not have been written, so repeat the call.
/// Two processes that write the same row at once are not put in order here: the record decides, and its next projection repairs.
/// </remarks>
public sealed class Projector : IDisposable
{
    private const int Capacity = 4_096;

    private readonly ITables _tables;
    private readonly TimeSpan _linger;
    private readonly PartitionBatcher<(string Table, string Partition), IReadOnlyList<Projection>, bool> _batcher;

    /// <param name="linger">How long a partition rests after a batch, so that the rows of other cases can join the next. 250 to 500 ms share well under load; an idle partition is written at once.</param>
    public Projector(ITables tables, TimeProvider clock, TimeSpan linger)
    {
        _tables = tables;
        _linger = linger;
        _batcher = new(FlushAsync, Limits.BatchSize, Capacity, clock);
    }

    /// <param name="rows">1 to <see cref="Limits.BatchSize"/>, each key once, bodies together within <see cref="Limits.BatchLength"/>.</param>
    /// <exception cref="ArgumentException">The rows break <see cref="Limits"/>.</exception>
    /// <exception cref="StorageUnavailableException">Repeat the call.</exception>
    public Task WriteAsync(string table, string partition, IReadOnlyList<Projection> rows, CancellationToken cancellationToken = default)
    {
        Limits.CheckTable(table);
        Limits.CheckKey(partition);
        Limits.CheckBatch([.. rows.Select(Change)]);
        return _batcher.SubmitAsync((table, partition), rows, _linger, cancellationToken);
    }

    public void Dispose() => _batcher.Dispose();

    private async Task FlushAsync((string Table, string Partition) at, IReadOnlyList<Waiting<IReadOnlyList<Projection>, bool>> calls)
    {
        for (int next = 0, first = 0; first < calls.Count; first = next)
        {
            var changes = new Dictionary<string, RowChange>(StringComparer.Ordinal);
            while (next < calls.Count && TryJoin(changes, calls[next].Member, alone: next == first))
                next++;
            await WriteTogetherAsync(at, changes, [.. calls.Take(first..next)]);
        }
    }

    private async Task WriteTogetherAsync(
        (string Table, string Partition) at, Dictionary<string, RowChange> changes, List<Waiting<IReadOnlyList<Projection>, bool>> calls)
    {
        try
        {
            await CommitAsync(at, [.. changes.Values]);
            calls.ForEach(call => call.Answer(true));
        }
        catch (Exception e) when (calls.Count > 1 && e is not StorageUnavailableException)
        {
            // Refused for a reason that Limits does not know: each alone, so that the one at fault fails alone.
            foreach (var call in calls)
                await WriteTogetherAsync(at, call.Member.Select(Change).ToDictionary(change => change.Key), [call]);
        }
        catch (Exception e)
        {
            calls.ForEach(call => call.Fail(e));
        }
    }

    // The later call wins a key that two of them write: that is what two batches would have come to.
    private static bool TryJoin(Dictionary<string, RowChange> changes, IReadOnlyList<Projection> rows, bool alone)
    {
        var joined = rows.Select(Change).ToList();
        var added = joined.Count(change => !changes.ContainsKey(change.Key));
        var length = joined.Concat(changes.Values).Sum(change => change.Body()?.Length ?? 0);
        if (!alone && (changes.Count + added > Limits.BatchSize || length > Limits.BatchLength))
            return false;
        foreach (var change in joined)
            changes[change.Key] = change;
        return true;
    }

    private async Task CommitAsync((string Table, string Partition) at, List<RowChange> changes)
    {
        // A removal of what is gone refuses the batch on every implementation: left out, the rest goes again. It happens on repeats only.
        while (changes.Count > 0)
        {
            // Not the callers' token: one that stops waiting must not undo what others wait for.
            if (await _tables.CommitAsync(at.Table, at.Partition, changes, CancellationToken.None) is not BatchResult.Conflict conflict)
                return;
            if (changes.RemoveAll(change => change is RowChange.Delete && change.Key == conflict.Key) == 0)
                throw new InvalidOperationException($"Storage refused to write '{conflict.Key}' unconditionally: {conflict.Kind}.");
        }
    }

    private static RowChange Change(Projection row) => row switch
    {
        Projection.Put put => new RowChange.Upsert(put.Key, put.Body),
        Projection.Remove remove => new RowChange.Delete(remove.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };
}
