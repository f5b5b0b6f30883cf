using Microsoft.DurableTask;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>An activity function as the engine calls it.</summary>
internal sealed class ActivityAdapter(Function function, FunctionPipeline pipeline) : ITaskActivity
{
    public Type InputType { get; } = function.Parameters.FirstOrDefault(p => p.Source == ParameterSource.Trigger)?.Type ?? typeof(object);

    public Type OutputType => typeof(object);

    // Not cancelled when the host stops: the engine waits for it a while, and what is cut off then runs again. A cancelled activity would count as failed.
    public async Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        await using var invocation = pipeline.Begin(function, CancellationToken.None);
        invocation.TriggerValue = input;
        invocation.NamedValues["instanceId"] = context.InstanceId;
        await pipeline.RunAsync(invocation);
        return LocalInvocationResult.Of(invocation).Value;
    }
}
