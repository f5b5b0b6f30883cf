namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration instance stands. Completed, Failed and Terminated are final.</summary>
public enum OrchestrationRuntimeStatus
{
    Running = 0,
    Completed = 1,

    /// <summary>Never reported: an instance that starts over is Running.</summary>
    ContinuedAsNew = 2,
    Failed = 3,

    /// <summary>Never reported.</summary>
    Canceled = 4,
    Terminated = 5,
    Pending = 6,
    Suspended = 7,
}
