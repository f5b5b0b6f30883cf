using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>An activity that history says was scheduled and does not say has ended.</summary>
internal sealed record ActivityWork(string InstanceId, long Seq, int Task, string Name, string? Input);

/// <summary>Runs activities, each in a service scope of its own, and hands their ends to their instances.</summary>
internal sealed class ActivityDispatcher(EngineParts parts, int maxConcurrent)
{
    private readonly Dictionary<TaskName, Func<IServiceProvider, ITaskActivity>> _activities = parts.Registry.GetActivities().ToDictionary();
    private readonly ILogger _log = parts.Loggers.CreateLogger<ActivityDispatcher>();

    public BoundedRunner Runner { get; } = new(maxConcurrent);

    public void Enqueue(ActivityWork work) => Runner.Enqueue(() => RunAsync(work));

    private async Task RunAsync(ActivityWork work)
    {
        // Its orchestration may have been ended while it was queued.
        if (parts.Directory.IsGone(work.InstanceId, work.Seq))
            return;
        var (kind, data) = await EndAsync(work).ConfigureAwait(false);
        parts.Directory.Deliver(work.InstanceId, work.Seq, new Message.Input(kind, work.Task, null, data));
    }

    private async Task<(HistoryKind Kind, string? Data)> EndAsync(ActivityWork work)
    {
        if (!_activities.TryGetValue(work.Name, out var factory))
            return (HistoryKind.TaskRefused, Failures.Text(new TaskFailureDetails("ActivityTaskNotFound", $"No activity named '{work.Name}' is registered.", null, null, null)));
        try
        {
            var scope = parts.Services.CreateAsyncScope();
            await using var _ = scope.ConfigureAwait(false);
            var activity = factory(scope.ServiceProvider);
            var input = parts.Converter.Deserialize(work.Input, activity.InputType);
            var output = await activity.RunAsync(new Context(work), input).ConfigureAwait(false);
            return (HistoryKind.TaskCompleted, parts.Converter.Serialize(output));
        }
        catch (Exception failure)
        {
            _log.LogWarning(failure, "Activity {Activity} of {Instance} failed", work.Name, work.InstanceId);
            return (HistoryKind.TaskFailed, Failures.Text(failure));
        }
    }

    private sealed class Context(ActivityWork work) : TaskActivityContext
    {
        public override TaskName Name => work.Name;

        public override string InstanceId => work.InstanceId;
    }
}
