using System.Collections.Concurrent;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>Runs work on the thread pool, first come first served, so many at a time and no more. Takes work before it is opened and keeps it.</summary>
internal sealed class BoundedRunner(int max)
{
    private readonly ConcurrentQueue<Func<Task>> _queue = new();
    private volatile bool _open;
    private int _running;

    public int Running => Volatile.Read(ref _running);

    /// <summary>The work must not throw.</summary>
    public void Enqueue(Func<Task> work)
    {
        _queue.Enqueue(work);
        StartOne();
    }

    public void Open()
    {
        _open = true;
        for (var i = 0; i < max && !_queue.IsEmpty; i++)
            StartOne();
    }

    /// <summary>Starts nothing more; what runs runs on.</summary>
    public void Close() => _open = false;

    /// <summary>Waits until nothing runs, or no longer than <paramref name="limit"/> allows.</summary>
    public async Task IdleAsync(CancellationToken limit)
    {
        while (Running > 0 && !limit.IsCancellationRequested)
            await Task.Delay(10, CancellationToken.None).ConfigureAwait(false);
    }

    private void StartOne()
    {
        while (_open && !_queue.IsEmpty && Volatile.Read(ref _running) is var running && running < max)
        {
            if (Interlocked.CompareExchange(ref _running, running + 1, running) != running)
                continue;
            ThreadPool.UnsafeQueueUserWorkItem(static runner => _ = runner.LoopAsync(), this, preferLocal: false);
            return;
        }
    }

    private async Task LoopAsync()
    {
        while (_open && _queue.TryDequeue(out var work))
            await work().ConfigureAwait(false);
        Interlocked.Decrement(ref _running);
        StartOne();
    }
}
