using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// A durable engine in one process on one SQLite file. What it promises, and what the file holds, is in the README of this project
/// under "The durable engine".
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly DurableEngineOptions _options;
    private readonly Func<string, EngineParts> _assemble;
    private readonly string? _privateFolder;
    private HubLock? _lock;
    private EngineParts? _parts;
    private bool _started;
    private bool _stopped;

    /// <param name="clock">Every time the engine records or waits for.</param>
    public DurableEngine(
        DurableEngineOptions options, DurableTaskRegistry registry, IServiceProvider services, DataConverter converter, TimeProvider clock, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(registry);
        _options = options;
        if (options.DatabasePath == ":memory:")
            _privateFolder = Directory.CreateTempSubdirectory("durable-").FullName;
        _assemble = path => Assemble(path, options, registry, services, converter, clock, loggers);
        Client = new LocalDurableTaskClient(this, converter);
    }

    /// <summary>Starts, wakes and watches instances. Takes the hub when first used; instances run once the engine has started.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>Completes when the commits have ended as if the process had been killed. For tests.</summary>
    internal Task Killed => Open().Commits.Ended.Task;

    /// <summary>Takes the hub, puts back what was in flight, and begins to run it.</summary>
    /// <exception cref="InvalidOperationException">Another process has the hub, the file belongs to another hub, or the engine was stopped.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        var parts = Open();
        lock (_gate)
        {
            if (_started)
                return;
            _started = true;
        }
        await Task.Run(new Recovery(parts).Run, ct).ConfigureAwait(false);
        parts.Activities.Runner.Open();
        parts.Orchestrations.Open();
        parts.Timers.Start();
    }

    /// <summary>
    /// Starts nothing new, waits a while for running activities, commits what is done and gives up the hub. What was cut off runs again after the next start.
    /// </summary>
    public async Task StopAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            if (_stopped)
                return;
            _stopped = true;
        }
        if (_parts is { } parts)
            await CloseAsync(parts, ct).ConfigureAwait(false);
        _lock?.Dispose();
        if (_privateFolder is not null)
            Directory.Delete(_privateFolder, recursive: true);
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None).ConfigureAwait(false);

    /// <summary>The parts; takes the lock and opens the file the first time.</summary>
    internal EngineParts Open()
    {
        lock (_gate)
        {
            if (_stopped)
                throw new InvalidOperationException($"The durable engine of the task hub '{_options.TaskHub}' has stopped.");
            if (_parts is not null)
                return _parts;
            var path = _privateFolder is null ? Path.GetFullPath(_options.DatabasePath) : Path.Combine(_privateFolder, "hub.db");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _lock ??= HubLock.Take(path, _options.TaskHub);
            return _parts = _assemble(path);
        }
    }

    private static EngineParts Assemble(
        string path, DurableEngineOptions options, DurableTaskRegistry registry, IServiceProvider services, DataConverter converter, TimeProvider clock, ILoggerFactory loggers)
    {
        var store = new HistoryStore(path, options.TaskHub);
        var parts = new EngineParts
        {
            Options = options,
            Registry = registry,
            Services = services,
            Converter = converter,
            Clock = clock,
            Loggers = loggers,
            Store = store,
            Commits = new CommitQueue(store, loggers.CreateLogger<DurableEngine>(), options.MayCommit),
            Orchestrations = new BoundedRunner(options.MaxConcurrentOrchestrations),
            Orchestrators = registry.GetOrchestrators().ToDictionary(),
        };
        parts.Directory = new InstanceDirectory(parts);
        parts.Activities = new ActivityDispatcher(parts, options.MaxConcurrentActivities);
        parts.Timers = new DurableTimers(clock, (id, seq, task) => parts.Directory.Deliver(
            id, seq, task == DurableTimers.DelayedStart ? new Message.Wake() : new Message.Input(HistoryKind.TimerFired, task, null, null)));
        return parts;
    }

    private async Task CloseAsync(EngineParts parts, CancellationToken ct)
    {
        parts.Timers.Dispose();
        parts.Activities.Runner.Close();
        using var grace = CancellationTokenSource.CreateLinkedTokenSource(ct);
        grace.CancelAfter(_options.ShutdownGrace);
        await parts.Activities.Runner.IdleAsync(grace.Token).ConfigureAwait(false);
        parts.Orchestrations.Close();
        await parts.Orchestrations.IdleAsync(grace.Token).ConfigureAwait(false);
        var stopped = new InvalidOperationException($"The durable engine of the task hub '{_options.TaskHub}' has stopped.");
        parts.Directory.End(stopped);
        parts.Commits.Dispose();
        parts.Waiters.End(stopped);
        parts.Store.Dispose();
    }
}
