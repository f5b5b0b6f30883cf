using Microsoft.DurableTask;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// An orchestrator function as the engine calls it. As in the real worker, each execution, so each replay too, goes through the app's middleware, and on the
/// engine's terms: a middleware that awaits anything of its own before the function begins ends the orchestration as failed.
/// </summary>
internal sealed class OrchestratorAdapter(Function function, FunctionPipeline pipeline) : ITaskOrchestrator
{
    public Type InputType { get; } =
        function.Parameters.FirstOrDefault(p => p.Source == ParameterSource.OrchestrationInput)?.Type ?? typeof(object);

    public Type OutputType => typeof(object);

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var invocation = pipeline.Begin(function, CancellationToken.None);
        invocation.TriggerValue = context;
        invocation.OrchestrationInput = input;
        invocation.NamedValues["instanceId"] = context.InstanceId;
        try
        {
            var running = pipeline.RunAsync(invocation);
            if (!running.IsCompleted && !invocation.Reached)
            {
                throw new InvalidOperationException(
                    $"A middleware awaited something of its own before the orchestrator '{function.Name}' began. Around orchestrators it must call next first.");
            }

            await running;
            return LocalInvocationResult.Of(invocation).Value;
        }
        catch (Exception e) when (!context.IsReplaying)
        {
            pipeline.LogFailure(invocation, e);
            throw;
        }
        finally
        {
            // Elsewhere: what a service does when it is disposed of is not the orchestrator's code.
            _ = Task.Run(() => invocation.DisposeAsync().AsTask());
        }
    }
}
