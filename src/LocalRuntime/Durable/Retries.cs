using Microsoft.DurableTask;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>Attempts and the durable timers between them. Orchestrator code: every continuation stays on the orchestrator's scheduler.</summary>
internal static class Retries
{
    public static Task<T> RunAsync<T>(TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> attempt) => retry switch
    {
        { Policy: { } policy } => ByPolicyAsync(context, policy, attempt),
        { Handler: { } handler } => ByHandlerAsync(context, handler, attempt),
        _ => attempt(),
    };

#pragma warning disable CA2007
    private static async Task<T> ByPolicyAsync<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var first = context.CurrentUtcDateTime;
        for (var made = 1; ; made++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure) when (MayRetry(failure, made))
            {
            }
            await context.CreateTimer(Wait(policy, made), CancellationToken.None);
        }

        bool MayRetry(TaskFailedException failure, int made) =>
            failure.MayBeRetried && made < policy.MaxNumberOfAttempts
            && (policy.RetryTimeout == Timeout.InfiniteTimeSpan || context.CurrentUtcDateTime - first < policy.RetryTimeout)
            && policy.Handle(failure);
    }

    private static async Task<T> ByHandlerAsync<T>(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var first = context.CurrentUtcDateTime;
        for (var made = 1; ; made++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure) when (failure.MayBeRetried)
            {
                if (!await handler(new RetryContext(context, made, failure.FailureDetails, context.CurrentUtcDateTime - first, CancellationToken.None)))
                    throw;
            }
        }
    }
#pragma warning restore CA2007

    private static TimeSpan Wait(RetryPolicy policy, int made)
    {
        var wait = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, made - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return wait < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(wait) : longest;
    }
}
