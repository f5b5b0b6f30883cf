namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// The events of one execution: those nobody has waited for yet, in the order of their arrival, and those who wait.
/// Names differ by more than case. The latest waiter is served first; one that was cancelled takes no event.
/// </summary>
internal sealed class ExternalEvents
{
    private readonly List<HistoryRow> _unclaimed = [];
    private readonly Dictionary<string, LinkedList<OpenTask>> _waiters = new(StringComparer.OrdinalIgnoreCase);

    public bool AnyWaiter => _waiters.Count > 0;

    /// <summary>Events that no code has waited for.</summary>
    public IReadOnlyList<HistoryRow> Unclaimed => _unclaimed;

    public void Arrive(HistoryRow raised)
    {
        if (!_waiters.TryGetValue(raised.Name!, out var waiters))
        {
            _unclaimed.Add(raised);
            return;
        }
        var waiter = waiters.Last!.Value;
        Remove(raised.Name!, waiters.Last);
        waiter.Complete(raised.Data);
    }

    /// <exception cref="ArgumentException">Somebody waits for the same name with another type.</exception>
    public Task<T> Wait<T>(string name, OpenTask<T> waiter, Func<Action, Action> onOrchestrator, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        var index = _unclaimed.FindIndex(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            waiter.Complete(_unclaimed[index].Data);
            _unclaimed.RemoveAt(index);
            return waiter.Task;
        }
        if (!_waiters.TryGetValue(name, out var waiters))
            _waiters.Add(name, waiters = []);
        else if (waiters.Last!.Value is not OpenTask<T>)
            throw new ArgumentException($"The event '{name}' is awaited already, and not as {typeof(T)}.", nameof(name));
        var node = waiters.AddLast(waiter);
        if (cancellation.CanBeCanceled)
            waiter.Registration = cancellation.Register(onOrchestrator(() =>
            {
                if (node.List is null)
                    return;
                Remove(name, node);
                waiter.Cancel(cancellation);
            }));
        return waiter.Task;
    }

    private void Remove(string name, LinkedListNode<OpenTask> node)
    {
        var waiters = node.List!;
        waiters.Remove(node);
        if (waiters.Count == 0)
            _waiters.Remove(name);
    }
}
