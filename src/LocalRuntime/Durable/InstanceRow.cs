using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>The state of one instance, without its input: that is in the first line of its history.</summary>
internal sealed record InstanceRow
{
    /// <summary>Identity of this run of the id: an id that is started again gets a new one. In order of creation.</summary>
    public required long Seq { get; init; }
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string Version { get; init; } = "";
    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    /// <summary>UTC ticks, as every time here.</summary>
    public long Created { get; init; }
    public long Updated { get; init; }
    public long? Completed { get; init; }
    public long? StartAt { get; init; }

    /// <summary>The last line of history that the code has been fed and whose effects are committed.</summary>
    public int Processed { get; init; } = -1;
    public string? CustomStatus { get; init; }
    public string? Output { get; init; }
    public string? Failure { get; init; }
    public string? Tags { get; init; }
    public ParentLink? Parent { get; init; }

    /// <summary>Read only when asked for.</summary>
    public string? Input { get; init; }
}

/// <summary>Who waits for the end of a sub-orchestration, and as which of its tasks.</summary>
internal sealed record ParentLink(long Seq, string Id, string Name, int Task);
