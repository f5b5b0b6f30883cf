using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// One instance in memory: its mailbox, and the execution of its code while that is cached. A step takes all mail, appends it to the history,
/// feeds it to the code and queues everything as one unit. Steps of one instance never overlap; the next may run before the last is committed,
/// because units are committed in order and nothing is visible before.
/// </summary>
internal sealed partial class OrchestrationSession
{
    private readonly EngineParts _parts;
    private readonly Lock _mailGate = new();
    private readonly Queue<HistoryRow> _unfed = new();
    private List<Message> _mail = [];
    private bool _active;
    private bool _scheduled;
    private bool _retired;
    private int _unitsInFlight;

    private InstanceRow? _row;
    private List<HistoryRow> _replay = [];
    private OrchestrationRun? _run;
    private AsyncServiceScope? _scope;
    private int _nextLine;
    private long _lastAt;
    private bool _suspended;

    /// <summary>An instance that is in the file; read when first needed.</summary>
    public OrchestrationSession(EngineParts parts, string id, long seq)
    {
        (_parts, Id, Seq) = (parts, id, seq);
        _active = true;
    }

    /// <summary>A new instance, which waits for the commit of its rows.</summary>
    public OrchestrationSession(EngineParts parts, InstanceRow row, HistoryRow start)
    {
        (_parts, Id, Seq, _row) = (parts, row.Id, row.Seq, row);
        _unfed.Enqueue(start);
        _nextLine = start.N + 1;
        _lastAt = start.At;
    }

    public string Id { get; }

    public long Seq { get; }

    /// <summary>For the directory: who was used last.</summary>
    public long LastUse { get; set; }

    /// <summary>Over, and the unit that says so is queued.</summary>
    public bool IsClosed { get; private set; }

    public OrchestrationRuntimeStatus Status => _row?.Status ?? OrchestrationRuntimeStatus.Running;

    public void Post(Message message)
    {
        lock (_mailGate)
        {
            // A session that has given up its memory gets no mail from the directory; what its dropped code still says is not heard.
            if (_retired)
                return;
            _mail.Add(message);
            Schedule();
        }
    }

    /// <summary>The rows of a new instance are committed: it may run.</summary>
    public void Activate()
    {
        if (_row is { StartAt: { } at } && at > _parts.Now)
            _parts.Timers.Add(Id, Seq, DurableTimers.DelayedStart, at);
        lock (_mailGate)
        {
            _active = true;
            _mail.Add(new Message.Wake());
            Schedule();
        }
        _parts.Waiters.Signal(Id);
    }

    /// <summary>Gives up its memory if it only waits. Called under the directory's lock.</summary>
    public bool TryRetire()
    {
        lock (_mailGate)
        {
            if (_retired || _scheduled || !_active || _mail.Count > 0 || Volatile.Read(ref _unitsInFlight) > 0)
                return false;
            _retired = true;
        }
        DropRun();
        return true;
    }

    /// <summary>The engine has stopped: nobody will be answered any more.</summary>
    public void Abandon(Exception reason)
    {
        lock (_mailGate)
        {
            foreach (var message in _mail)
                message.Acknowledged?.TrySetException(reason);
            _mail = [];
        }
    }

    private void Schedule()
    {
        if (_scheduled || !_active)
            return;
        _scheduled = true;
        _parts.Orchestrations.Enqueue(StepAsync);
    }

    private Task StepAsync()
    {
        List<Message> mail;
        lock (_mailGate)
            (mail, _mail) = (_mail, []);
        try
        {
            Step(mail);
        }
        catch (Exception failure)
        {
            // Nothing was queued. Reading the file failed, for now or for good; the mail is kept and the others go on.
            _parts.Loggers.CreateLogger<DurableEngine>().LogError(failure, "A step of {Instance} failed in the engine; it is tried again in a second", Id);
            lock (_mailGate)
                _mail.InsertRange(0, mail);
            return AgainLaterAsync();
        }
        Again();
        return Task.CompletedTask;
    }

    private async Task AgainLaterAsync()
    {
        // What is queued must be in the file before the file is read again.
        do
            await Task.Delay(TimeSpan.FromSeconds(1), _parts.Clock).ConfigureAwait(false);
        while (Volatile.Read(ref _unitsInFlight) > 0);
        _row = null;
        DropRun();
        Again();
    }

    private void Again()
    {
        lock (_mailGate)
        {
            _scheduled = false;
            if (_mail.Count > 0)
                Schedule();
        }
    }

    private void DropRun()
    {
        _run = null;
        _replay = [];
        if (_scope is { } scope)
            _ = DisposeAsync(scope);
        _scope = null;
    }

    private async Task DisposeAsync(AsyncServiceScope scope)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            _parts.Loggers.CreateLogger<DurableEngine>().LogWarning(failure, "What served the orchestrator of {Instance} could not be disposed", Id);
        }
    }

    private ITaskOrchestrator Create()
    {
        if (!_parts.Orchestrators.TryGetValue(_row!.Name, out var factory))
            throw new OrchestratorViolation(Failures.NoOrchestrator, $"No orchestrator named '{_row.Name}' is registered.");
        _scope ??= _parts.Services.CreateAsyncScope();
        return factory(_scope.Value.ServiceProvider);
    }
}
