namespace TitleCertification.LocalRuntime.Durable;

/// <summary>Something for one instance. What it brings is committed before <see cref="Acknowledged"/> completes.</summary>
internal abstract record Message(TaskCompletionSource? Acknowledged = null)
{
    /// <summary>A line of history to be. <paramref name="Sender"/>: the instance and line of the event's sending, to be marked in the same commit.</summary>
    internal sealed record Input(
        HistoryKind Kind, int Task, string? Name, string? Data, TaskCompletionSource? Acknowledged = null, (long Seq, int N)? Sender = null) : Message(Acknowledged);

    internal sealed record Terminate(string? Output, bool Recursive, TaskCompletionSource? Acknowledged = null) : Message(Acknowledged);

    /// <summary>Its code was continued from outside the engine.</summary>
    internal sealed record ForeignContinuation(OrchestrationRun Run) : Message;

    /// <summary>Its history cannot be written.</summary>
    internal sealed record Broken(Exception Failure) : Message;

    /// <summary>Look at what there is to do.</summary>
    internal sealed record Wake : Message;
}
