using System.Collections.Concurrent;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>Callers who wait for an instance to change its status. A signal comes after the commit, and they read for themselves.</summary>
internal sealed class InstanceWaiters
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiters = new(StringComparer.Ordinal);

    private volatile Exception? _ended;

    /// <summary>To be asked for before reading: a change after the reading then completes it.</summary>
    public Task Next(string id)
    {
        var waiter = _waiters.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        // Whoever comes after the end would wait for ever.
        if (_ended is { } reason)
            waiter.TrySetException(reason);
        return waiter.Task;
    }

    public void Signal(string id)
    {
        if (_waiters.TryRemove(id, out var waiter))
            waiter.TrySetResult();
    }

    public void End(Exception reason)
    {
        _ended = reason;
        foreach (var id in _waiters.Keys)
            if (_waiters.TryRemove(id, out var waiter))
                waiter.TrySetException(reason);
    }
}
