using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>How the code of an execution ended.</summary>
internal abstract record RunOutcome
{
    internal sealed record Completed(string? Output) : RunOutcome;

    internal sealed record Failed(TaskFailureDetails Details) : RunOutcome;

    internal sealed record StartOver(string? Input, string? Version, IReadOnlyList<HistoryRow> Events) : RunOutcome;
}

/// <summary>What an execution runs with.</summary>
internal sealed record RunSetting(
    InstanceRow Instance, Func<ITaskOrchestrator> Orchestrator, DataConverter Converter, ILoggerFactory Loggers, Action<OrchestrationRun> Foreign);

/// <summary>
/// One execution of an orchestrator in memory. It is fed its history line by line; what the code asks for is matched against
/// what the history says it asked for, or, past the end of the history, collected in <see cref="Actions"/>.
/// </summary>
internal sealed class OrchestrationRun
{
    private readonly Dictionary<int, HistoryRow> _recorded = [];
    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly OrchestratorScheduler _scheduler;
    private readonly LocalOrchestrationContext _context;
    private ContinueAsNewOptions? _startOver;
    private Task<object?>? _code;
    private OrchestratorViolation? _violation;
    private int _openTimers;

    public OrchestrationRun(RunSetting setting)
    {
        Setting = setting;
        CustomStatus = setting.Instance.CustomStatus;
        _scheduler = new OrchestratorScheduler(() => setting.Foreign(this));
        _context = new LocalOrchestrationContext(this);
    }

    public RunSetting Setting { get; }

    public HistoryRow Start { get; private set; }

    public DateTime Now { get; private set; }

    public bool IsReplaying { get; private set; }

    public string? CustomStatus { get; set; }

    public ExternalEvents Events { get; } = new();

    /// <summary>New requests of the code, in order; the one who feeds takes them.</summary>
    public List<HistoryRow> Actions { get; } = [];

    public int NextTask { get; private set; }

    public RunOutcome? Outcome { get; private set; }

    private string Name => Setting.Instance.Name;

    /// <summary>A request that the history holds; all of them before the first line is fed.</summary>
    public void Record(HistoryRow action)
    {
        if (action.Kind != HistoryKind.TimerCanceled)
            _recorded[action.Task] = action;
    }

    /// <summary>Feeds one line and runs the code as far as it goes.</summary>
    public void Feed(HistoryRow input, bool replaying)
    {
        if (Outcome is not null)
            return;
        IsReplaying = replaying;
        Now = new DateTime(input.At, DateTimeKind.Utc);
        _scheduler.Run(() => Take(input));
        Judge();
    }

    /// <summary>To be called when all lines that were processed before have been fed.</summary>
    public void EndReplay()
    {
        if (_recorded.Count > 0 && Outcome is not RunOutcome.Failed)
        {
            var missed = _recorded.Values.MinBy(row => row.Task);
            Violate(OrchestratorViolation.NotDeterministic(Name, $"its history has {missed.Described} as task #{missed.Task}, and the code did not ask for it."));
        }
        IsReplaying = false;
    }

    /// <summary>Ends the execution as failed.</summary>
    public void Violate(OrchestratorViolation violation)
    {
        _violation ??= violation;
        Outcome = new RunOutcome.Failed(Failures.Details(_violation));
    }

    /// <summary>Whether the code still waits for this task.</summary>
    public bool IsOpen(int task) => _open.ContainsKey(task);

    public IEnumerable<int> OpenTimers => _open.Where(open => open.Value.Kind == HistoryKind.TimerScheduled).Select(open => open.Key);

    /// <exception cref="InvalidOperationException">Called from elsewhere than the orchestrator's own code.</exception>
    public void EnsureOnOrchestrator()
    {
        if (!_scheduler.IsCurrent)
            throw OrchestratorViolation.NotDurable(Name);
    }

    /// <summary>A callback that may only come from the orchestrator's own code.</summary>
    public Action OnOrchestrator(Action callback) => () =>
    {
        if (_scheduler.IsCurrent)
            callback();
        else
            Setting.Foreign(this);
    };

    /// <summary>The code asks for something; returns its task number.</summary>
    public int Ask(HistoryKind kind, string? name, string? data, string? target, long at)
    {
        EnsureOnOrchestrator();
        var asked = new HistoryRow(0, kind, NextTask++, at, name, data, target);
        if (!IsReplaying)
        {
            Actions.Add(asked);
            return asked.Task;
        }
        if (!_recorded.Remove(asked.Task, out var was))
            throw Stop($"the code asks for {asked.Described} as task #{asked.Task}, and its history has no such task.");
        var same = was.Kind == kind || (kind == HistoryKind.EventSent && was.Kind == HistoryKind.EventDelivered);
        if (!same || !string.Equals(was.Name, name, StringComparison.OrdinalIgnoreCase))
            throw Stop($"its history has {was.Described} as task #{asked.Task}, and the code asks for {asked.Described}.");
        return asked.Task;

        OrchestratorViolation Stop(string message)
        {
            var violation = OrchestratorViolation.NotDeterministic(Name, message);
            Violate(violation);
            return violation;
        }
    }

    /// <summary>The code asks for something and gets a task for its end.</summary>
    public Task<T> Await<T>(HistoryKind kind, string name, string? data, string? target)
    {
        var task = new OpenTask<T>(kind, name, Setting.Converter);
        _open.Add(Ask(kind, name, data, target, Now.Ticks), task);
        return task.Task;
    }

    public Task AwaitTimer(DateTime fireAt, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled(cancellation);
        var task = new OpenTask<object?>(HistoryKind.TimerScheduled, "timer", Setting.Converter);
        var id = Ask(HistoryKind.TimerScheduled, null, null, null, fireAt.Ticks);
        _open.Add(id, task);
        _openTimers++;
        if (cancellation.CanBeCanceled)
            task.Registration = cancellation.Register(OnOrchestrator(() =>
            {
                if (!_open.Remove(id))
                    return;
                _openTimers--;
                if (!IsReplaying)
                    Actions.Add(new HistoryRow(0, HistoryKind.TimerCanceled, id, Now.Ticks));
                task.Cancel(cancellation);
            }));
        return task.Task;
    }

    public void StartOver(ContinueAsNewOptions options)
    {
        EnsureOnOrchestrator();
        _startOver = options;
    }

    private void Take(HistoryRow input)
    {
        switch (input.Kind)
        {
            case HistoryKind.Started:
                Start = input;
                NextTask = input.Task;
                _code = StartCode(input);
                break;
            case HistoryKind.EventRaised:
                Events.Arrive(input);
                break;
            case HistoryKind.TaskCompleted or HistoryKind.TimerFired or HistoryKind.TaskFailed or HistoryKind.TaskRefused:
                End(input);
                break;
            default:
                throw new InvalidDataException($"Line {input.N} of the history of '{Setting.Instance.Id}' is of kind {input.Kind}, which is none that can be fed.");
        }
    }

    private Task<object?> StartCode(HistoryRow start)
    {
        try
        {
            var orchestrator = Setting.Orchestrator();
            var input = Setting.Converter.Deserialize(start.Data, orchestrator.InputType);
            return orchestrator.RunAsync(_context, input);
        }
        catch (Exception failure)
        {
            return Task.FromException<object?>(failure);
        }
    }

    private void End(HistoryRow input)
    {
        // An end nobody waits for is that of a task of an earlier execution, or of a cancelled timer.
        if (!_open.Remove(input.Task, out var task))
        {
            if (input.Task >= NextTask && _recorded.TryGetValue(input.Task, out var was))
                Violate(OrchestratorViolation.NotDeterministic(Name, $"its history has {was.Described} as task #{input.Task}, and the code did not ask for it."));
            return;
        }
        if (task.Kind == HistoryKind.TimerScheduled)
            _openTimers--;
        if (input.Kind is HistoryKind.TaskCompleted or HistoryKind.TimerFired)
            task.Complete(input.Data);
        else
            task.Fail(new TaskFailedException(task.Name, input.Task, Failures.Read(input.Data!)) { MayBeRetried = input.Kind != HistoryKind.TaskRefused });
    }

    private void Judge()
    {
        if (Outcome is not null)
            return;
        if (!_code!.IsCompleted)
        {
            if (_open.Count == 0 && !Events.AnyWaiter)
                Violate(OrchestratorViolation.NotDurable(Name));
            return;
        }
        if (!_code.IsCompletedSuccessfully)
            Outcome = new RunOutcome.Failed(Failures.Details(_code.Exception?.InnerException ?? new TaskCanceledException(_code)));
        else if (_startOver is { } over)
            Outcome = new RunOutcome.StartOver(
                Setting.Converter.Serialize(over.NewInput), over.NewVersion, over.PreserveUnprocessedEvents ? [.. Events.Unclaimed] : []);
        // A timer that is neither fired nor cancelled keeps the instance running, as the real runtime does.
        else if (_openTimers == 0)
            Outcome = Ended(_code.Result);
    }

    private RunOutcome Ended(object? output)
    {
        try
        {
            return new RunOutcome.Completed(Setting.Converter.Serialize(output));
        }
        catch (Exception unwritable)
        {
            return new RunOutcome.Failed(Failures.Details(unwritable));
        }
    }
}
