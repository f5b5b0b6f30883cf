using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TitleCertification.LocalRuntime.Durable;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The task hub of the app: its orchestrator and activity functions on the engine. An app without any has no hub.</summary>
internal sealed class DurableHub(
    IReadOnlyList<Function> functions, HostSettings settings, FunctionPipeline pipeline, IServiceProvider services,
    IOptions<WorkerOptions> worker, TimeProvider clock, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private DurableEngine? _engine;

    /// <summary>What <c>[DurableClient]</c> parameters get.</summary>
    public DurableTaskClient Client => _engine?.Client ?? throw new InvalidOperationException("The task hub has not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!functions.Any(UsesHub)) return;
        try
        {
            _engine = new DurableEngine(
                new DurableEngineOptions
                {
                    DatabasePath = Path.Combine(settings.DataDirectory, "orchestrations.db"),
                    TaskHub = settings.TaskHub,
                    MaxConcurrentActivities = settings.MaxConcurrentActivities,
                    MaxConcurrentOrchestrations = settings.MaxConcurrentOrchestrations,
                },
                Registry(), services, new SerializerConverter(worker.Value.Serializer!), clock, loggers);
            await _engine.StartAsync(cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw new StartupException(e.Message, e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _engine?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _engine?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool UsesHub(Function function) =>
        function.Trigger is Trigger.Orchestration or Trigger.Activity || function.Parameters.Any(p => p.Source == ParameterSource.DurableClient);

    private DurableTaskRegistry Registry()
    {
        var registry = new DurableTaskRegistry();
        foreach (var function in functions)
        {
            if (function.Trigger is Trigger.Orchestration orchestration) registry.AddOrchestrator(orchestration.Name, new OrchestratorAdapter(function, pipeline));
            if (function.Trigger is Trigger.Activity activity) registry.AddActivity(activity.Name, new ActivityAdapter(function, pipeline));
        }

        return registry;
    }
}
