using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TitleCertification.LocalRuntime.Durable;

namespace TitleCertification.LocalRuntime.Tests.Durable;

/// <summary>Where the conformance tests run: they see a registry and a client, and nothing of the engine below.</summary>
public interface IDurableHost : IAsyncDisposable
{
    DurableTaskClient Client { get; }
}

/// <summary>The one place that knows which engine the conformance tests run on.</summary>
public static class DurableHost
{
    public static async Task<IDurableHost> StartAsync(Action<DurableTaskRegistry> register, ILoggerFactory? loggers = null, TimeProvider? clock = null) =>
        await LocalEngineHost.StartAsync(register, clock: clock, loggers: loggers);
}

/// <summary>The local engine on a file or in memory.</summary>
internal sealed class LocalEngineHost(DurableEngine engine, ServiceProvider services) : IDurableHost
{
    public DurableTaskClient Client => engine.Client;

    public DurableEngine Engine => engine;

    public static LocalEngineHost Create(
        Action<DurableTaskRegistry> register, string path = ":memory:", TimeProvider? clock = null, int cached = 1_000, Func<bool>? mayCommit = null,
        ILoggerFactory? loggers = null, string hub = "Test")
    {
        var registry = new DurableTaskRegistry();
        register(registry);
        var services = new ServiceCollection().BuildServiceProvider();
        var options = new DurableEngineOptions { DatabasePath = path, TaskHub = hub, MaxCachedOrchestrations = cached, MayCommit = mayCommit };
        return new LocalEngineHost(
            new DurableEngine(options, registry, services, JsonDataConverter.Default, clock ?? TimeProvider.System, loggers ?? NullLoggerFactory.Instance), services);
    }

    public static async Task<LocalEngineHost> StartAsync(
        Action<DurableTaskRegistry> register, string path = ":memory:", TimeProvider? clock = null, int cached = 1_000, Func<bool>? mayCommit = null,
        ILoggerFactory? loggers = null, string hub = "Test")
    {
        var host = Create(register, path, clock, cached, mayCommit, loggers, hub);
        await host.Engine.StartAsync(CancellationToken.None);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await services.DisposeAsync();
    }
}

/// <summary>A folder of its own for a hub's file, gone with the test.</summary>
internal sealed class HubFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-");

    public string Database => Path.Combine(_folder.FullName, "hub.db");

    public void Dispose() => _folder.Delete(recursive: true);
}

internal static class Clients
{
    /// <summary>Long enough for a busy machine; a test that needs it has failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts an instance and returns it when it is over.</summary>
    public static async Task<OrchestrationMetadata> RunAsync(this DurableTaskClient client, TaskName name, object? input = null, string? id = null) =>
        await client.EndOfAsync(await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id)));

    public static async Task<OrchestrationMetadata> EndOfAsync(this DurableTaskClient client, string id)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
    }

    /// <summary>Asks again until it is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> so)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await so())
            await Task.Delay(10, patience.Token);
    }

    public static async Task StartedAsync(this DurableTaskClient client, string id)
    {
        using var patience = new CancellationTokenSource(Patience);
        await client.WaitForInstanceStartAsync(id, patience.Token);
    }
}
