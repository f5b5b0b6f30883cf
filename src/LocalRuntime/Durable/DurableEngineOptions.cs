namespace TitleCertification.LocalRuntime.Durable;

/// <summary>How one engine runs one task hub.</summary>
public sealed class DurableEngineOptions
{
    /// <summary>The SQLite file of the hub; made when missing. <c>:memory:</c> is a private file that is gone when the engine is disposed, for tests.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>The hub's name. A file made for one hub is refused under another name.</summary>
    public string TaskHub { get; init; } = "TitleCertification";

    /// <summary>Activities running at once; the others queue.</summary>
    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>Orchestrators executing code at once. Waiting ones do not count.</summary>
    public int MaxConcurrentOrchestrations { get; init; } = 64;

    /// <summary>Waiting orchestrators kept in memory; beyond that the longest unused are dropped and replayed from their history when woken.</summary>
    public int MaxCachedOrchestrations { get; init; } = 1_000;

    /// <summary>How long a stop waits for running activities. What has not ended by then runs again after the next start.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Asked before every commit; false ends the process's hold on the hub as a kill would. For tests.</summary>
    internal Func<bool>? MayCommit { get; init; }
}
