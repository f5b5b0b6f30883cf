using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// The sessions in memory, one at most for an instance, and the only way to them. Finished ones leave at once; of the waiting ones
/// the longest unused leave when there are too many, and come back from the file when something is delivered to them.
/// </summary>
internal sealed class InstanceDirectory(EngineParts parts)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OrchestrationSession> _sessions = new(StringComparer.Ordinal);
    private long _uses;
    private int _evictAbove = parts.Options.MaxCachedOrchestrations;

    public int Count
    {
        get
        {
            lock (_gate)
                return _sessions.Count;
        }
    }

    /// <summary>Hands a message to an instance that is known to exist, or did. Dropped, and acknowledged, when it is over.</summary>
    public void Deliver(string id, long seq, Message message)
    {
        lock (_gate)
        {
            if (_sessions.TryGetValue(id, out var session) && session.Seq == seq)
                Post(session, message);
            else if (session is null)
                Post(Add(new OrchestrationSession(parts, id, seq)), message);
            else
                Drop(message);
        }
    }

    /// <summary>Hands over an event of another instance; nobody there means nobody hears it.</summary>
    public void Send(string id, Message.Input sent)
    {
        if (!TryDeliver(id, sent))
            Drop(sent);
    }

    /// <summary>For an instance that is over: answered, and not heard.</summary>
    public void Drop(Message message)
    {
        message.Acknowledged?.TrySetResult();
        if (message is not Message.Input { Sender: { } sender })
            return;
        var unit = new WorkUnit();
        unit.Writes.Add(new StoreWrite.MarkDelivered(sender.Seq, sender.N));
        parts.Commits.Enqueue(unit);
    }

    /// <summary>Hands a message to whatever instance has the id; false when none has.</summary>
    public bool TryDeliver(string id, Message message)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(id, out var session))
            {
                if (parts.Store.Find(id) is not { } row)
                    return false;
                if (row.Completed is not null)
                {
                    Drop(message);
                    return true;
                }
                session = Add(new OrchestrationSession(parts, id, row.Seq));
            }
            Post(session, message);
            return true;
        }
    }

    /// <summary>
    /// Takes an id for a new instance, whose rows go into <paramref name="unit"/>. An instance that has the id already gives way
    /// unless <paramref name="blocks"/> says that its status forbids it; one that is not over always blocks.
    /// </summary>
    /// <returns>The new session, to be activated after the commit; or the one in the way.</returns>
    public (OrchestrationSession? Created, OrchestrationRuntimeStatus Blocking) Create(
        InstanceRow row, HistoryRow start, WorkUnit unit, Func<OrchestrationRuntimeStatus, bool> blocks, Action<WorkUnit> commit)
    {
        lock (_gate)
        {
            if (_sessions.TryGetValue(row.Id, out var present) && !present.IsClosed)
                return (null, present.Status);
            var (seq, status) = present is not null ? (present.Seq, present.Status)
                : parts.Store.Find(row.Id) is { } stored ? (stored.Seq, stored.Status)
                : (0, OrchestrationRuntimeStatus.Pending);
            if (seq != 0 && (blocks(status) || !IsFinal(status)))
                return (null, status);
            if (seq != 0)
                unit.Writes.Add(new StoreWrite.DeleteFinished(seq));
            unit.Insert(row);
            unit.Insert(row.Seq, start);
            var session = Add(new OrchestrationSession(parts, row, start));
            unit.Then(session.Activate);
            unit.Otherwise(_ => Remove(session));
            commit(unit);
            return (session, row.Status);
        }
    }

    /// <summary>Whether an instance is known to be over, without asking the file.</summary>
    public bool IsGone(string id, long seq)
    {
        lock (_gate)
            return _sessions.TryGetValue(id, out var session) && (session.Seq != seq || session.IsClosed);
    }

    public void Remove(OrchestrationSession session)
    {
        lock (_gate)
            if (_sessions.TryGetValue(session.Id, out var present) && present == session)
                _sessions.Remove(session.Id);
    }

    /// <summary>Drops every waiting session, or as many as are too many.</summary>
    public void Evict(int keep)
    {
        lock (_gate)
        {
            foreach (var session in _sessions.Values.OrderBy(session => session.LastUse).Take(_sessions.Count - keep).ToList())
                if (session.TryRetire())
                    _sessions.Remove(session.Id);
            // When all are busy they are not looked through again for every message.
            _evictAbove = Math.Max(parts.Options.MaxCachedOrchestrations, _sessions.Count + parts.Options.MaxCachedOrchestrations / 4);
        }
    }

    public void End(Exception reason)
    {
        lock (_gate)
            foreach (var session in _sessions.Values)
                session.Abandon(reason);
    }

    public static bool IsFinal(OrchestrationRuntimeStatus status) =>
        status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    private OrchestrationSession Add(OrchestrationSession session)
    {
        if (_sessions.Count >= _evictAbove)
            Evict(parts.Options.MaxCachedOrchestrations * 3 / 4);
        session.LastUse = ++_uses;
        _sessions[session.Id] = session;
        return session;
    }

    private void Post(OrchestrationSession session, Message message)
    {
        session.LastUse = ++_uses;
        session.Post(message);
    }
}
