using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>The parts of one engine, which know each other.</summary>
internal sealed class EngineParts
{
    public required DurableEngineOptions Options { get; init; }
    public required DurableTaskRegistry Registry { get; init; }
    public required IServiceProvider Services { get; init; }
    public required DataConverter Converter { get; init; }
    public required TimeProvider Clock { get; init; }
    public required ILoggerFactory Loggers { get; init; }
    public required HistoryStore Store { get; init; }
    public required CommitQueue Commits { get; init; }
    public InstanceWaiters Waiters { get; } = new();
    public InstanceDirectory Directory { get; set; } = null!;
    public ActivityDispatcher Activities { get; set; } = null!;
    public DurableTimers Timers { get; set; } = null!;
    public required BoundedRunner Orchestrations { get; init; }
    public required IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> Orchestrators { get; init; }

    public long Now => Clock.GetUtcNow().UtcTicks;
}
