using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// The one writer of a hub. While it syncs a transaction to disk the next units queue up, and all of them share the next sync:
/// throughput grows with the load, and nobody waits for a timer. A unit's effects run after its commit, in queue order.
/// </summary>
internal sealed class CommitQueue : IDisposable
{
    private const int MaxUnitsPerTransaction = 2_000;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly StoreStatements _statements;
    private readonly ILogger _log;
    private readonly Func<bool>? _mayCommit;
    private readonly Thread _thread;
    private List<WorkUnit> _queued = [];
    private volatile bool _stopping;
    private volatile bool _killed;

    public CommitQueue(HistoryStore store, ILogger log, Func<bool>? mayCommit)
    {
        _statements = new StoreStatements(store.Writer);
        _log = log;
        _mayCommit = mayCommit;
        _thread = new Thread(Loop) { IsBackground = true, Name = "Durable commits" };
        _thread.Start();
    }

    /// <summary>Transactions committed so far.</summary>
    public long Transactions { get; private set; }

    /// <summary>Completed when the writer has ended as if killed.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Enqueue(WorkUnit unit)
    {
        lock (_gate)
        {
            if (!_stopping && !_killed)
            {
                _queued.Add(unit);
                if (_queued.Count == 1)
                    _arrived.Release();
                return;
            }
        }
        unit.Fail(Stopped());
    }

    /// <summary>Commits what is queued, or drops it, and ends.</summary>
    public void Stop(bool drop)
    {
        _killed |= drop;
        lock (_gate)
            _stopping = true;
        _arrived.Release();
        if (Thread.CurrentThread != _thread)
            _thread.Join();
    }

    public void Dispose()
    {
        Stop(drop: false);
        _statements.Dispose();
        _arrived.Dispose();
    }

    private static InvalidOperationException Stopped() => new("The durable engine has stopped; nothing was changed.");

    private void Loop()
    {
        while (true)
        {
            _arrived.Wait();
            while (Take() is { Count: > 0 } units)
            {
                if (!_killed && (_mayCommit?.Invoke() ?? true))
                {
                    Commit(units);
                    continue;
                }
                _killed = true;
                foreach (var unit in units)
                    unit.Fail(Stopped());
                break;
            }
            if (!_stopping && !_killed)
                continue;
            foreach (var unit in Rest())
                unit.Fail(Stopped());
            Ended.TrySetResult();
            return;
        }
    }

    private List<WorkUnit> Take()
    {
        lock (_gate)
        {
            if (_queued.Count <= MaxUnitsPerTransaction)
            {
                var all = _queued;
                _queued = [];
                return all;
            }
            var some = _queued.GetRange(0, MaxUnitsPerTransaction);
            _queued.RemoveRange(0, MaxUnitsPerTransaction);
            return some;
        }
    }

    private List<WorkUnit> Rest()
    {
        lock (_gate)
        {
            _stopping = true;
            var rest = _queued;
            _queued = [];
            return rest;
        }
    }

    private void Commit(List<WorkUnit> units)
    {
        for (var pause = TimeSpan.FromMilliseconds(50); ; pause = pause < TimeSpan.FromSeconds(5) ? pause * 2 : pause)
        {
            try
            {
                _statements.InOneTransaction(units);
                Transactions++;
                break;
            }
            catch (SqliteException failure) when (MayPass(failure) && !_stopping)
            {
                // A full or busy disk passes. Until it does nothing becomes visible, and what is in memory stays ahead of the file by exactly this queue.
                _log.LogError(failure, "The durable engine cannot write to its database; it tries again in {Pause}", pause);
                Thread.Sleep(pause);
            }
            catch (Exception) when (units.Count > 1)
            {
                // One unit that cannot be written must not take the others with it.
                foreach (var unit in units)
                    Commit([unit]);
                return;
            }
            catch (Exception failure)
            {
                _log.LogError(failure, "A step of an orchestration could not be written and is given up");
                units[0].Fail(failure);
                return;
            }
        }
        foreach (var unit in units)
            Complete(unit);
    }

    private void Complete(WorkUnit unit)
    {
        try
        {
            unit.Committed();
        }
        catch (Exception failure)
        {
            _log.LogCritical(failure, "What follows a committed step could not be started; it will be after a restart");
        }
    }

    // BUSY, LOCKED, IOERR, FULL, CANTOPEN
    private static bool MayPass(SqliteException failure) => failure.SqliteErrorCode is 5 or 6 or 10 or 13 or 14;
}
