using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>The context that an orchestrator sees.</summary>
internal sealed class LocalOrchestrationContext(OrchestrationRun run) : TaskOrchestrationContext
{
    private const int LongestCustomStatus = 16 * 1024;
    private int _guids;

    public override TaskName Name => run.Setting.Instance.Name;

    public override string InstanceId => run.Setting.Instance.Id;

    public override string Version => run.Start.Target ?? run.Setting.Instance.Version;

    public override ParentOrchestrationInstance? Parent { get; } =
        run.Setting.Instance.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.Id) : null;

    public override DateTime CurrentUtcDateTime
    {
        get
        {
            run.EnsureOnOrchestrator();
            return run.Now;
        }
    }

    public override bool IsReplaying => run.IsReplaying;

    protected override ILoggerFactory LoggerFactory => run.Setting.Loggers;

    public override T? GetInput<T>() where T : default => run.Setting.Converter.Deserialize<T>(run.Start.Data);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        if (input is TaskOptions && options is null)
            throw new ArgumentException("Task options were given as the input of the activity. Name the argument: options: …", nameof(input));
        var data = run.Setting.Converter.Serialize(input);
        return Retries.RunAsync(this, options?.Retry, () => run.Await<TResult>(HistoryKind.ActivityScheduled, name.Name, data, null));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        // One id for all attempts, as in the SDK.
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var data = run.Setting.Converter.Serialize(input);
        return Retries.RunAsync(this, options?.Retry, () => run.Await<TResult>(HistoryKind.SubOrchestrationScheduled, orchestratorName.Name, data, id));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) => run.AwaitTimer(fireAt.ToUniversalTime(), cancellationToken);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        run.EnsureOnOrchestrator();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return run.Events.Wait(eventName, new OpenTask<T>(HistoryKind.EventRaised, eventName, run.Setting.Converter), run.OnOrchestrator, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        run.Ask(HistoryKind.EventSent, eventName, run.Setting.Converter.Serialize(payload), instanceId, run.Now.Ticks);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        run.EnsureOnOrchestrator();
        var text = run.Setting.Converter.Serialize(customStatus);
        if (text is not null && text.Length * sizeof(char) > LongestCustomStatus)
            throw new ArgumentException($"A custom status holds at most 16 KB of UTF-16 text; this one has {text.Length} characters.", nameof(customStatus));
        run.CustomStatus = text;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        run.StartOver(options);
    }

    /// <summary>A hash of what identifies this call in its execution: the same when replayed, another in every execution.</summary>
    public override Guid NewGuid()
    {
        run.EnsureOnOrchestrator();
        var name = string.Create(CultureInfo.InvariantCulture, $"{InstanceId}\n{run.Start.N}\n{run.Start.At}\n{_guids++}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        // Version 8 of RFC 9562: made by a rule of our own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
