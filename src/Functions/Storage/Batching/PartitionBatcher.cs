namespace TitleCertification.Functions.Storage.Batching;

/// <summary>
/// Group commit for partitions that many cases share: members that arrive while a flush of their partition is under way, or within the linger after it,
/// go into the next one together. A member that finds its partition idle is flushed at once.
/// </summary>
/// <remarks>
/// One flush of a partition at a time, in order of arrival; partitions do not wait for each other. At most <c>capacity</c> members wait in all; a caller beyond
/// that waits to be let in. A partition that is idle takes no memory. A caller that cancels stops waiting; its member, once taken into a flush, is carried through.
/// </remarks>
/// <param name="flush">Answers every member it is given, by result or exception; what it throws itself goes to those it left unanswered.</param>
internal sealed class PartitionBatcher<TPartition, TMember, TResult>(
    Func<TPartition, IReadOnlyList<Waiting<TMember, TResult>>, Task> flush, int groupSize, int capacity, TimeProvider clock) : IDisposable
    where TPartition : notnull
{
    private readonly Dictionary<TPartition, Line> _lines = [];
    private readonly SemaphoreSlim _room = new(capacity);

    /// <summary>Partitions that have somebody waiting, or are resting after a flush.</summary>
    public int ActivePartitions
    {
        get
        {
            lock (_lines)
                return _lines.Count;
        }
    }

    /// <param name="linger">How long this partition rests after a flush; under load, what is gained in sharing and paid in latency.</param>
    public async Task<TResult> SubmitAsync(TPartition partition, TMember member, TimeSpan linger, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        var waiting = new Waiting<TMember, TResult>(member, cancellationToken);
        _ = waiting.Task.ContinueWith(Leave, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Enter(partition, waiting, linger);
        return await waiting.Task.WaitAsync(cancellationToken);
    }

    public void Dispose() => _room.Dispose();

    private void Leave(Task<TResult> answered)
    {
        _ = answered.Exception; // observed here, for the caller may have stopped waiting
        _room.Release();
    }

    private void Enter(TPartition partition, Waiting<TMember, TResult> waiting, TimeSpan linger)
    {
        lock (_lines)
        {
            if (_lines.TryGetValue(partition, out var line))
            {
                line.Members.Enqueue(waiting);
                if (line.Members.Count >= groupSize)
                    line.Full.TrySetResult();
                return;
            }

            line = new Line();
            line.Members.Enqueue(waiting);
            _lines.Add(partition, line);
            _ = ServeAsync(partition, line, linger);
        }
    }

    private async Task ServeAsync(TPartition partition, Line line, TimeSpan linger)
    {
        // Off the first caller's back: its SubmitAsync returns a task before the flush starts.
        await Task.Yield();
        while (Take(partition, line) is { Count: > 0 } group)
        {
            await FlushAsync(partition, group);
            if (linger > TimeSpan.Zero)
                await RestAsync(line, linger);
        }
    }

    private async Task FlushAsync(TPartition partition, List<Waiting<TMember, TResult>> group)
    {
        try
        {
            await flush(partition, group);
        }
        catch (Exception e)
        {
            foreach (var waiting in group)
                waiting.Fail(e);
        }

        foreach (var waiting in group)
            waiting.Fail(new InvalidOperationException("A flush ended without an answer to this member."));
    }

    // A full group has nobody to wait for.
    private async Task RestAsync(Line line, TimeSpan linger)
    {
        Task full;
        lock (_lines)
        {
            if (line.Members.Count >= groupSize)
                return;
            line.Full = new(TaskCreationOptions.RunContinuationsAsynchronously);
            full = line.Full.Task;
        }

        using var stop = new CancellationTokenSource();
        await Task.WhenAny(full, Task.Delay(linger, clock, stop.Token));
        await stop.CancelAsync();
    }

    private List<Waiting<TMember, TResult>>? Take(TPartition partition, Line line)
    {
        lock (_lines)
        {
            var group = new List<Waiting<TMember, TResult>>();
            while (group.Count < groupSize && line.Members.TryDequeue(out var waiting))
                if (!waiting.Abandon())
                    group.Add(waiting);
            if (group.Count == 0)
                _lines.Remove(partition);
            return group;
        }
    }

    private sealed class Line
    {
        public Queue<Waiting<TMember, TResult>> Members { get; } = [];

        public TaskCompletionSource Full { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>A member and the caller who waits for its answer. The first answer stands.</summary>
internal sealed class Waiting<TMember, TResult>(TMember member, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TMember Member => member;

    public bool Answered => _answer.Task.IsCompleted;

    internal Task<TResult> Task => _answer.Task;

    public void Answer(TResult result) => _answer.TrySetResult(result);

    public void Fail(Exception exception) => _answer.TrySetException(exception);

    /// <returns>True when the caller has gone, and the member with him.</returns>
    internal bool Abandon() => cancellationToken.IsCancellationRequested && (_answer.TrySetCanceled(cancellationToken) || true);
}
