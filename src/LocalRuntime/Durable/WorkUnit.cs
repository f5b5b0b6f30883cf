using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// What one step writes, all of it or nothing, and what may happen only once it is written.
/// Units are committed in the order in which they were queued, many in one transaction.
/// </summary>
internal sealed class WorkUnit
{
    private List<Action>? _effects;
    private List<Action<Exception>>? _undoings;

    public List<StoreWrite> Writes { get; } = [];

    /// <summary>Runs on the writer's thread after the commit: it hands things over and does nothing itself.</summary>
    public void Then(Action effect) => (_effects ??= []).Add(effect);

    /// <summary>Runs instead of the effects when the unit is not written and never will be.</summary>
    public void Otherwise(Action<Exception> undo) => (_undoings ??= []).Add(undo);

    public void Fail(Exception failure)
    {
        foreach (var undo in _undoings ?? [])
            undo(failure);
    }

    public void Committed()
    {
        foreach (var effect in _effects ?? [])
            effect();
    }

    public void Insert(InstanceRow row) => Writes.Add(new StoreWrite.InsertInstance(row));

    public void Insert(long seq, HistoryRow row) => Writes.Add(new StoreWrite.InsertHistory(seq, row));
}

/// <summary>One write. A closed list: the writer keeps a prepared statement for each.</summary>
internal abstract record StoreWrite
{
    internal sealed record InsertInstance(InstanceRow Row) : StoreWrite;

    internal sealed record InsertHistory(long Seq, HistoryRow Row) : StoreWrite;

    internal sealed record UpdateInstance(
        long Seq, OrchestrationRuntimeStatus Status, long Updated, int Processed, string? CustomStatus, string? Output, string? Failure, long? Completed) : StoreWrite;

    /// <summary>Forgets a finished instance; one that is in flight stays. <paramref name="Deleted"/> hears whether it went.</summary>
    internal sealed record DeleteFinished(long Seq, Action<bool>? Deleted = null) : StoreWrite;

    /// <summary>Ends an execution's history; events sent and not yet delivered stay.</summary>
    internal sealed record ClearHistory(long Seq) : StoreWrite;

    internal sealed record MarkDelivered(long Seq, int N) : StoreWrite;
}
