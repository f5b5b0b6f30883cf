namespace TitleCertification.LocalRuntime.Durable;

/// <summary>What a line of history says. The numbers are in the file: never reuse one.</summary>
internal enum HistoryKind
{
    // What reached the orchestrator, in the order in which it is fed to the code.
    Started = 1,
    TaskCompleted = 2,
    TaskFailed = 3,
    TimerFired = 4,
    EventRaised = 5,
    Suspended = 6,
    Resumed = 7,

    /// <summary>Failed, and no retry policy may try again: nothing of that name exists.</summary>
    TaskRefused = 8,

    // What the code asked for.
    ActivityScheduled = 20,
    SubOrchestrationScheduled = 21,
    TimerScheduled = 22,
    EventSent = 23,
    TimerCanceled = 24,

    /// <summary>An <see cref="EventSent"/> that is in the history of the one it was sent to.</summary>
    EventDelivered = 25,
}

/// <summary>One line of an instance's history.</summary>
/// <param name="N">Its place; grows without reuse, over every execution of the instance.</param>
/// <param name="Task">The number of the task it is about; in <see cref="HistoryKind.Started"/> the first number of this execution.</param>
/// <param name="At">UTC ticks: when it was recorded, or for <see cref="HistoryKind.TimerScheduled"/> when it fires.</param>
/// <param name="Name">Of the orchestrator, the activity or the event.</param>
/// <param name="Data">Input, result, payload or failure as text.</param>
/// <param name="Target">The instance a sub-orchestration or a sent event goes to; in <see cref="HistoryKind.Started"/> the version of an execution that asked for one.</param>
internal readonly record struct HistoryRow(int N, HistoryKind Kind, int Task, long At, string? Name = null, string? Data = null, string? Target = null)
{
    public bool IsInput => Kind < HistoryKind.ActivityScheduled;

    /// <summary>In words, for the person who reads a non-determinism error.</summary>
    public string Described => Kind switch
    {
        HistoryKind.ActivityScheduled => $"activity '{Name}'",
        HistoryKind.SubOrchestrationScheduled => $"sub-orchestration '{Name}'",
        HistoryKind.TimerScheduled => "a timer",
        HistoryKind.EventSent or HistoryKind.EventDelivered => $"sending of event '{Name}'",
        _ => Kind.ToString(),
    };
}
