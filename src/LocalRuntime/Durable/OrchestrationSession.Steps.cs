using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Durable;

internal sealed partial class OrchestrationSession
{
    private void Step(List<Message> mail)
    {
        if (IsClosed || !Load())
        {
            mail.ForEach(_parts.Directory.Drop);
            _parts.Directory.Remove(this);
            return;
        }
        var unit = new WorkUnit();
        var before = _row;
        try
        {
            foreach (var message in mail)
                Apply(message, unit);
            Advance(unit);
        }
        catch (Microsoft.Data.Sqlite.SqliteException unreadable)
        {
            unit.Fail(unreadable);
            throw;
        }
        catch (Exception failure)
        {
            // A history this engine cannot read, or a fault of its own: this instance ends, visibly, and no other is touched.
            End(unit, OrchestrationRuntimeStatus.Failed, null, Failures.Text(failure));
        }
        Queue(unit, before!, mail);
    }

    /// <summary>Reads the instance from the file unless it is here; false when it is over there.</summary>
    private bool Load()
    {
        if (_row is not null)
            return true;
        if (_parts.Store.Find(Seq) is not { Completed: null } row)
        {
            IsClosed = true;
            return false;
        }
        var history = _parts.Store.History(Seq);
        var start = history.FindLastIndex(line => line.Kind == HistoryKind.Started);
        _nextLine = history.Count == 0 ? 0 : history[^1].N + 1;
        _unfed.Clear();
        _suspended = false;
        _replay = start < 0 ? [] : history[start..];
        _lastAt = _replay.Where(line => line.IsInput).Select(line => line.At).DefaultIfEmpty(row.Created).Max();
        foreach (var line in _replay.Where(line => line.IsInput && line.N > row.Processed))
            Hold(line);
        _row = row;
        if (start < 0)
            Post(new Message.Broken(new InvalidDataException($"The history of '{Id}' has no beginning.")));
        return true;
    }

    /// <summary>Puts a line where the code will find it, or does what it says.</summary>
    private void Hold(HistoryRow line)
    {
        if (line.Kind is HistoryKind.Suspended or HistoryKind.Resumed)
            _suspended = line.Kind == HistoryKind.Suspended;
        else
            _unfed.Enqueue(line);
    }

    private void Apply(Message message, WorkUnit unit)
    {
        switch (message)
        {
            case Message.Input { Sender: { } sender } event_:
                unit.Writes.Add(new StoreWrite.MarkDelivered(sender.Seq, sender.N));
                Apply(event_ with { Sender = null }, unit);
                break;
            case var _ when _row!.Completed is not null:
                break;
            case Message.Input input:
                if (input.Kind is HistoryKind.Suspended or HistoryKind.Resumed && _suspended == (input.Kind == HistoryKind.Suspended))
                    break;
                Hold(Append(unit, new HistoryRow(0, input.Kind, input.Task, 0, input.Name, input.Data)));
                break;
            case Message.Terminate(var output, var recursive, _):
                if (recursive)
                    unit.Then(TerminateChildren);
                End(unit, OrchestrationRuntimeStatus.Terminated, output, null);
                break;
            case Message.ForeignContinuation(var run) when run == _run:
                run.Violate(OrchestratorViolation.NotDurable(_row.Name));
                break;
            case Message.Broken(var failure):
                End(unit, OrchestrationRuntimeStatus.Failed, null, Failures.Text(failure));
                break;
        }
    }

    private HistoryRow Append(WorkUnit unit, HistoryRow line)
    {
        // An instance's clock never goes back, whatever the machine's does.
        if (line.IsInput)
            line = line with { At = _lastAt = Math.Max(_lastAt, Math.Max(line.At, _parts.Now)) };
        line = line with { N = _nextLine++ };
        unit.Insert(Seq, line);
        return line;
    }

    /// <summary>Feeds the code what there is, and does what it asks for.</summary>
    private void Advance(WorkUnit unit)
    {
        if (_row!.StartAt > _parts.Now || _row.Completed is not null)
            return;
        while (!_suspended && (_run?.Outcome is not null || _unfed.Count > 0))
        {
            EnsureRun();
            if (_run!.Outcome is null)
            {
                var line = _unfed.Dequeue();
                _run.Feed(line, replaying: false);
                _row = _row with { Processed = line.N };
            }
            foreach (var action in _run.Actions)
                Do(action, unit);
            _run.Actions.Clear();
            _row = _row with { CustomStatus = _run.CustomStatus };
            switch (_run.Outcome)
            {
                case RunOutcome.Completed(var output):
                    End(unit, OrchestrationRuntimeStatus.Completed, output, null);
                    return;
                case RunOutcome.Failed(var details):
                    End(unit, OrchestrationRuntimeStatus.Failed, _parts.Converter.Serialize(details.ToString()), Failures.Text(details));
                    return;
                case RunOutcome.StartOver over:
                    StartOver(over, unit);
                    return;
            }
        }
    }

    /// <summary>Has the code in memory: where it was left, or replayed up to there.</summary>
    private void EnsureRun()
    {
        if (_run is not null)
            return;
        _run = new OrchestrationRun(new RunSetting(_row!, Create, _parts.Converter, _parts.Loggers, run => Post(new Message.ForeignContinuation(run))));
        foreach (var action in _replay.Where(line => !line.IsInput))
            _run.Record(action);
        foreach (var line in _replay.Where(line => line.IsInput && line.N <= _row!.Processed && line.Kind is not (HistoryKind.Suspended or HistoryKind.Resumed)))
            _run.Feed(line, replaying: true);
        if (_replay.Count > 0)
            _run.EndReplay();
        _replay = [];
    }

    private void Do(HistoryRow action, WorkUnit unit)
    {
        var line = Append(unit, action);
        switch (line.Kind)
        {
            case HistoryKind.ActivityScheduled:
                unit.Then(() => _parts.Activities.Enqueue(new ActivityWork(Id, Seq, line.Task, line.Name!, line.Data)));
                break;
            case HistoryKind.TimerScheduled:
                unit.Then(() => _parts.Timers.Add(Id, Seq, line.Task, line.At));
                break;
            case HistoryKind.TimerCanceled:
                unit.Then(() => _parts.Timers.Remove(Seq, line.Task));
                break;
            case HistoryKind.EventSent:
                unit.Then(() => _parts.Directory.Send(line.Target!, new Message.Input(HistoryKind.EventRaised, -1, line.Name, line.Data, Sender: (Seq, line.N))));
                break;
            case HistoryKind.SubOrchestrationScheduled:
                StartChild(line, unit);
                break;
        }
    }

    private void StartChild(HistoryRow line, WorkUnit unit)
    {
        var now = _parts.Now;
        var child = new InstanceRow
        {
            Seq = _parts.Store.NextSeq(),
            Id = line.Target!,
            Name = line.Name!,
            Created = now,
            Updated = now,
            Parent = new ParentLink(Seq, Id, _row!.Name, line.Task),
        };
        // Its rows go into this unit, so that parent and child are committed together.
        var start = new HistoryRow(0, HistoryKind.Started, 0, now, child.Name, line.Data);
        var (created, _) = _parts.Directory.Create(child, start, unit, _ => false, _ => { });
        if (created is null)
            unit.Then(() => Post(Ends.Refused(line.Task, child.Id)));
    }

    private void StartOver(RunOutcome.StartOver over, WorkUnit unit)
    {
        RemoveTimers(unit);
        unit.Writes.Add(new StoreWrite.ClearHistory(Seq));
        var waiting = _unfed.Where(line => line.Kind == HistoryKind.EventRaised).ToList();
        _unfed.Clear();
        var next = new HistoryRow(0, HistoryKind.Started, _run!.NextTask, 0, _row!.Name, over.Input, over.Version ?? _run.Start.Target);
        foreach (var line in (IEnumerable<HistoryRow>)[next, .. over.Events, .. waiting])
            _unfed.Enqueue(Append(unit, line with { At = 0 }));
        _row = _row with { Processed = _unfed.Peek().N - 1 };
        DropRun();
        // The next execution is a step of its own: code that starts over at once must not keep the others from running.
        Post(new Message.Wake());
    }

    private void End(WorkUnit unit, OrchestrationRuntimeStatus status, string? output, string? failure)
    {
        RemoveTimers(unit);
        _row = _row! with { Status = status, Output = output, Failure = failure, Completed = _parts.Now };
        if (_row.Parent is not { } parent)
            return;
        var message = status == OrchestrationRuntimeStatus.Completed
            ? new Message.Input(HistoryKind.TaskCompleted, parent.Task, null, output)
            : Ends.Failed(parent.Task, Id, failure);
        unit.Then(() => _parts.Directory.Deliver(parent.Id, parent.Seq, message));
    }

    private void RemoveTimers(WorkUnit unit)
    {
        var timers = (_run?.OpenTimers ?? _replay.Where(line => line.Kind == HistoryKind.TimerScheduled).Select(line => line.Task)).ToList();
        if (_row!.StartAt is not null)
            timers.Add(DurableTimers.DelayedStart);
        if (timers.Count > 0)
            unit.Then(() => timers.ForEach(task => _parts.Timers.Remove(Seq, task)));
    }

    private void TerminateChildren()
    {
        // Off the writer's thread: it reads.
        _ = Task.Run(() =>
        {
            foreach (var (id, seq) in Ends.Children(_parts.Store, Seq, inFlightOnly: true))
                _parts.Directory.Deliver(id, seq, new Message.Terminate(_row!.Output, Recursive: true));
        });
    }

    private void Queue(WorkUnit unit, InstanceRow before, List<Message> mail)
    {
        var row = _row!;
        if (row.Completed is null)
            row = row with { Status = _suspended ? OrchestrationRuntimeStatus.Suspended : row.Processed >= 0 ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Pending };
        var changed = unit.Writes.Count > 0 || row != before;
        var acknowledged = mail.Where(message => message.Acknowledged is not null).Select(message => message.Acknowledged!).ToList();
        if (changed)
        {
            _row = row = row with { Updated = _parts.Now };
            unit.Writes.Add(new StoreWrite.UpdateInstance(Seq, row.Status, row.Updated, row.Processed, row.CustomStatus, row.Output, row.Failure, row.Completed));
        }
        else if (acknowledged.Count == 0)
        {
            return;
        }
        var closed = row.Completed is not null;
        unit.Then(() =>
        {
            if (closed)
                _parts.Directory.Remove(this);
            foreach (var source in acknowledged)
                source.TrySetResult();
            if (row.Status != before.Status)
                _parts.Waiters.Signal(Id);
            Interlocked.Decrement(ref _unitsInFlight);
        });
        unit.Otherwise(failure =>
        {
            foreach (var source in acknowledged)
                source.TrySetException(failure);
            if (!closed)
                Post(new Message.Broken(failure));
            Interlocked.Decrement(ref _unitsInFlight);
        });
        Interlocked.Increment(ref _unitsInFlight);
        _parts.Commits.Enqueue(unit);
        // Only now: whoever sees it closed may queue the deletion of its rows, and that must come after this unit.
        IsClosed = closed;
        if (closed)
            DropRun();
    }
}
