using System.Text.Json;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>The client of a local engine. A call that changes something returns after the commit.</summary>
internal sealed class LocalDurableTaskClient(DurableEngine engine, DataConverter converter) : DurableTaskClient("local")
{
    private const int PurgeBatch = 200;
    private static readonly OrchestrationRuntimeStatus[] InFlight =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name);
        if (options?.InstanceId is { Length: 0 })
            throw new ArgumentException("An instance id is not empty.", nameof(options));
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        var data = converter.Serialize(input);
        var dedupe = options?.DedupeStatuses?.Select(Enum.Parse<OrchestrationRuntimeStatus>).ToArray() ?? InFlight;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var parts = engine.Open();
            var now = parts.Now;
            var row = new InstanceRow
            {
                Seq = parts.Store.NextSeq(),
                Id = id,
                Name = orchestratorName.Name,
                Version = options?.Version?.Version ?? "",
                Created = now,
                Updated = now,
                StartAt = options?.StartAt?.UtcTicks,
                Tags = options?.Tags is { Count: > 0 } tags ? JsonSerializer.Serialize(tags) : null,
            };
            var unit = new WorkUnit();
            var committed = Source();
            unit.Then(() => committed.TrySetResult());
            unit.Otherwise(failure => committed.TrySetException(failure));
            var start = new HistoryRow(0, HistoryKind.Started, 0, Math.Max(now, row.StartAt ?? 0), row.Name, data);
            var (created, status) = parts.Directory.Create(row, start, unit, dedupe.Contains, parts.Commits.Enqueue);
            if (created is not null)
            {
                await committed.Task.WaitAsync(cancellation).ConfigureAwait(false);
                return id;
            }
            if (dedupe.Contains(status))
                throw new OrchestrationAlreadyExistsException($"An orchestration instance with the id '{id}' exists already and is {status}.");
            // In flight, and the caller wants it to give way: it is ended first, as the real back ends do.
            await TerminateInstanceAsync(id, new TerminateInstanceOptions("Another instance was started under this id."), cancellation).ConfigureAwait(false);
        }
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return DeliverAsync(instanceId, done => new Message.Input(HistoryKind.EventRaised, -1, eventName, converter.Serialize(eventPayload), done), cancellation);
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        DeliverAsync(instanceId, done => new Message.Terminate(converter.Serialize(options?.Output), options?.Recursive ?? false, done), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        DeliverAsync(instanceId, done => new Message.Input(HistoryKind.Suspended, -1, null, reason, done), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        DeliverAsync(instanceId, done => new Message.Input(HistoryKind.Resumed, -1, null, reason, done), cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var row = engine.Open().Store.Find(instanceId, getInputsAndOutputs);
        return Task.FromResult(row is null ? null : Metadata(row, getInputsAndOutputs));
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, row => row.Status != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, row => row.Completed is not null, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        filter ??= new OrchestrationQuery();
        return Pageable.Create((token, size, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = InstanceQueries.Page(engine.Open().Store, filter, token ?? filter.ContinuationToken, Math.Max(1, size ?? filter.PageSize));
            return Task.FromResult(new Page<OrchestrationMetadata>([.. rows.Values.Select(row => Metadata(row, filter.FetchInputsAndOutputs))], rows.ContinuationToken));
        });
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return engine.Open().Store.Find(instanceId) is { Completed: not null } row
            ? new PurgeResult(await PurgeAsync([row.Seq], options?.Recursive ?? false, cancellation).ConfigureAwait(false))
            : new PurgeResult(0);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var parts = engine.Open();
        var until = filter.Timeout is { } limit ? parts.Clock.GetUtcNow() + limit : DateTimeOffset.MaxValue;
        var purged = 0;
        for (var after = 0L; ;)
        {
            var batch = InstanceQueries.Finished(parts.Store, filter, after, PurgeBatch);
            if (batch.Count == 0)
                return new PurgeResult(purged, isComplete: true);
            after = batch[^1];
            purged += await PurgeAsync(batch, options?.Recursive ?? false, cancellation).ConfigureAwait(false);
            if (parts.Clock.GetUtcNow() >= until)
                return new PurgeResult(purged, isComplete: false);
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static TaskCompletionSource Source() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static RpcException NotFound(string id) => new(new Status(StatusCode.NotFound, $"There is no orchestration instance with the id '{id}'."));

    private async Task DeliverAsync(string id, Func<TaskCompletionSource, Message> message, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        cancellation.ThrowIfCancellationRequested();
        var done = Source();
        if (!engine.Open().Directory.TryDeliver(id, message(done)))
            throw NotFound(id);
        await done.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<OrchestrationMetadata> WaitAsync(string id, bool withInput, Func<InstanceRow, bool> reached, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        while (true)
        {
            var parts = engine.Open();
            var change = parts.Waiters.Next(id);
            var row = parts.Store.Find(id, withInput) ?? throw NotFound(id);
            if (reached(row))
                return Metadata(row, withInput);
            await change.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<int> PurgeAsync(List<long> seqs, bool recursive, CancellationToken cancellation)
    {
        var parts = engine.Open();
        var unit = new WorkUnit();
        var purged = 0;
        var done = Source();
        for (var i = 0; i < seqs.Count; i++)
        {
            unit.Writes.Add(new StoreWrite.DeleteFinished(seqs[i], gone => purged += gone ? 1 : 0));
            if (recursive)
                seqs.AddRange(Ends.Children(parts.Store, seqs[i], inFlightOnly: false).Select(child => child.Seq));
        }
        unit.Then(() => done.TrySetResult());
        unit.Otherwise(failure => done.TrySetException(failure));
        parts.Commits.Enqueue(unit);
        await done.Task.WaitAsync(cancellation).ConfigureAwait(false);
        return purged;
    }

    private OrchestrationMetadata Metadata(InstanceRow row, bool withInput) => new(row.Name, row.Id)
    {
        DataConverter = withInput ? converter : null,
        RuntimeStatus = row.Status,
        CreatedAt = new DateTimeOffset(row.Created, TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.Updated, TimeSpan.Zero),
        SerializedInput = withInput ? row.Input : null,
        SerializedOutput = withInput ? row.Output : null,
        SerializedCustomStatus = withInput ? row.CustomStatus : null,
        FailureDetails = row.Failure is null ? null : Failures.Read(row.Failure),
        Tags = row.Tags is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Tags)!,
    };
}
