using System.Collections.Concurrent;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>Callers who wait for an instance to change its status. A signal comes after the commit, and they read for themselves.</summary>
internal sealed class InstanceWaiters
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiters = new(StringComparer.Ordinal);

    /// <summary>To be asked for before reading: a change after the reading then completes it.</summary>
    public Task Next(string id) => _waiters.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Signal(string id)
    {
        if (_waiters.TryRemove(id, out var waiter))
            waiter.TrySetResult();
    }

    public void End(Exception reason)
    {
        foreach (var id in _waiters.Keys)
            if (_waiters.TryRemove(id, out var waiter))
                waiter.TrySetException(reason);
    }
}
