using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Batching;

/// <summary>Carries one group of requests of one run through, whatever comes in between: a counter that was moved, keys that have their number, lost answers.</summary>
internal sealed class AllotmentFlush
{
    // An outage is retried this often before the callers, who may be people, are told.
    private const int Attempts = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ITables _tables;
    private readonly TimeProvider _clock;
    private readonly RunKey _run;

    /// <summary>Those without an answer, by key in order of arrival: requests with the same key are one request with several callers.</summary>
    private readonly OrderedDictionary<string, List<Waiting<AllotmentRequest, Allotment>>> _open = new(StringComparer.Ordinal);

    /// <summary>The last batch whose answer was lost; null once it is known what became of it.</summary>
    private AllotmentBatch? _unknown;

    // Brought to 1 when storage refuses a batch for no reason we know: then the request at fault is found by sending each alone.
    private int _entriesAtMost = Limits.BatchSize;

    public AllotmentFlush(ITables tables, TimeProvider clock, RunKey run, IReadOnlyList<Waiting<AllotmentRequest, Allotment>> waiting)
    {
        (_tables, _clock, _run) = (tables, clock, run);
        foreach (var one in waiting)
        {
            if (_open.TryGetValue(one.Member.Key, out var same))
                same.Add(one);
            else
                _open.Add(one.Member.Key, [one]);
        }
    }

    /// <summary>The counter as this process left it; null when that is not known.</summary>
    public Counter? Counter { get; private set; }

    /// <exception cref="StorageUnavailableException">After several attempts; those who have no answer yet do not know whether they have a number.</exception>
    public async Task RunAsync(Counter? remembered)
    {
        Counter = remembered;
        var (outages, races) = (0, 0);
        while (_open.Count > 0)
        {
            try
            {
                var moved = await StepAsync();
                races = moved ? races + 1 : 0;
                outages = 0;
            }
            catch (StorageUnavailableException)
            {
                Counter = null;
                if (++outages == Attempts)
                    throw;
                await Task.Delay(Pause * outages, _clock);
            }

            // Every lost race is another's progress; a little disorder keeps several processes from losing in step.
            if (races > 3)
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 * races)), _clock);
            if (races > 100)
                throw new StorageUnavailableException($"The counter '{_run.Counter}' of '{_run.Partition}' never stood still.");
        }
    }

    /// <returns>True when another process moved the counter first.</returns>
    private async Task<bool> StepAsync()
    {
        Counter ??= Counter.Parse(await _tables.ReadAsync(_run.Table, _run.Partition, _run.Counter, CancellationToken.None));
        if (_unknown is not null)
            await ResolveAsync(_unknown, Counter);

        var batch = Compose(Counter);
        if (batch.Entries.Count == 0)
            return false;
        switch (await CommitAsync(batch))
        {
            case BatchResult.Applied applied:
                Counter = new(batch.Last, batch.Id, applied.ETags[_run.Counter]);
                _unknown = null; // an earlier attempt was conditional on a counter that is no more
                AnswerAll(batch);
                return false;
            case BatchResult.Conflict conflict when conflict.Key == _run.Counter:
                Counter = null;
                return true;
            case BatchResult.Conflict conflict when batch.Entries.Find(entry => entry.Key == conflict.Key) is { } entry:
                await AnswerStoredAsync(entry.Key);
                return false;
            case BatchResult.Conflict conflict:
                var owner = batch.Entries.Find(entry => entry.OtherKeys.Contains(conflict.Key))!;
                Fail(owner.Key, new InvalidOperationException($"The row '{conflict.Key}' of '{_run.Partition}' is there already; '{owner.Key}' was allotted nothing."));
                return false;
            default:
                return false; // refused for an unknown reason, and now sent one by one
        }
    }

    private AllotmentBatch Compose(Counter counter)
    {
        var batch = new AllotmentBatch(_run.Counter, counter);
        foreach (var (key, waiting) in _open.ToList())
        {
            try
            {
                if (batch.Entries.Count == _entriesAtMost || !batch.TryAdd(waiting[0].Member))
                    break;
            }
            catch (Exception e)
            {
                Fail(key, e);
            }
        }

        return batch;
    }

    private async Task<BatchResult?> CommitAsync(AllotmentBatch batch)
    {
        try
        {
            // Not the callers' token: one that stops waiting must not undo what others wait for.
            return await _tables.CommitAsync(_run.Table, _run.Partition, batch.Changes, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            _unknown = batch;
            throw;
        }
        catch (Exception e)
        {
            if (batch.Entries.Count == 1)
                Fail(batch.Entries[0].Key, e);
            _entriesAtMost = 1;
            Counter = null;
            return null;
        }
    }

    /// <summary>After a lost answer: the counter says whether the batch was applied, or, when others have written since, the key rows do.</summary>
    private async Task ResolveAsync(AllotmentBatch unknown, Counter now)
    {
        // Not applied, or not yet: repeating is safe, for both attempts are conditional on this same counter and one at most succeeds.
        if (now.ETag == unknown.Basis.ETag)
            return;
        if (now.By == unknown.Id)
            AnswerAll(unknown);
        else
            foreach (var entry in unknown.Entries.Where(entry => _open.ContainsKey(entry.Key)))
                await AnswerStoredAsync(entry.Key);
        _unknown = null;
    }

    private async Task AnswerStoredAsync(string key)
    {
        if (await _tables.ReadAsync(_run.Table, _run.Partition, key, CancellationToken.None) is not { } row)
            return;
        try
        {
            var stored = AllottedRow.Parse(row.Body);
            Answer(key, new(stored.Number, stored.Content, AllottedBefore: true));
        }
        catch (System.Text.Json.JsonException e)
        {
            Fail(key, new InvalidOperationException($"The row '{key}' of '{_run.Partition}' was not written by the allotter.", e));
        }
    }

    private void AnswerAll(AllotmentBatch batch)
    {
        foreach (var entry in batch.Entries)
            Answer(entry.Key, new(entry.Number, entry.Content, AllottedBefore: false));
    }

    private void Answer(string key, Allotment allotment)
    {
        if (!_open.Remove(key, out var waiting))
            return;
        waiting[0].Answer(allotment);
        foreach (var other in waiting.Skip(1))
            other.Answer(allotment with { AllottedBefore = true });
    }

    private void Fail(string key, Exception exception)
    {
        if (_open.Remove(key, out var waiting))
            foreach (var one in waiting)
                one.Fail(exception);
    }
}
