using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Tests.Durable;

public sealed class RetriesConformance
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(3, OrchestrationRuntimeStatus.Completed, 3)]
    [InlineData(2, OrchestrationRuntimeStatus.Failed, 2)]
    public async Task Policy_ActivitySucceedsAtTheThirdAttempt_SoManyAttemptsAreMade(int allowed, OrchestrationRuntimeStatus expected, int made)
    {
        var attempts = 0;
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc("Retry", context => context.CallActivityAsync("Flaky", TaskOptions.FromRetryPolicy(new RetryPolicy(allowed, Soon))))
            .AddActivityFunc("Flaky", _ =>
            {
                if (++attempts < 3)
                    throw new TimeoutException();
            }));

        Assert.Equal(expected, (await host.Client.RunAsync("Retry")).RuntimeStatus);
        Assert.Equal(made, attempts);
    }

    [Fact]
    public async Task Policy_FailureNotWorthRetrying_IsThrownAtOnce()
    {
        var attempts = 0;
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc("Retry", context => context.CallActivityAsync("Flaky", TaskOptions.FromRetryPolicy(
                new RetryPolicy(5, Soon) { HandleFailure = failure => !failure.IsCausedBy<FormatException>() })))
            .AddActivityFunc("Flaky", _ =>
            {
                attempts++;
                throw new FormatException();
            }));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Client.RunAsync("Retry")).RuntimeStatus);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Handler_SaysHowOften_AndSeesTheLastFailure()
    {
        var seen = new List<string>();
        var attempts = 0;
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc("Retry", context => context.CallActivityAsync("Flaky", TaskOptions.FromRetryHandler(async retry =>
            {
                await retry.OrchestrationContext.CreateTimer(Soon, CancellationToken.None);
                if (!retry.OrchestrationContext.IsReplaying)
                    seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage}");
                return retry.LastAttemptNumber < 3;
            })))
            .AddActivityFunc("Flaky", _ => throw new TimeoutException($"no {++attempts}")));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Client.RunAsync("Retry")).RuntimeStatus);
        Assert.Equal(["1 no 1", "2 no 2", "3 no 3"], seen);
    }

    [Fact]
    public async Task Policy_SubOrchestration_IsRetriedToo()
    {
        var attempts = 0;
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<int>("Parent", context => context.CallSubOrchestratorAsync<int>("Child", TaskOptions.FromRetryPolicy(new RetryPolicy(3, Soon, 2))))
            .AddOrchestratorFunc<int>("Child", context => context.CallActivityAsync<int>("Flaky"))
            .AddActivityFunc<int>("Flaky", _ => ++attempts < 3 ? throw new TimeoutException() : 42));

        Assert.Equal(42, (await host.Client.RunAsync("Parent")).ReadOutputAs<int>());
    }

    [Fact]
    public void Policy_ImpossibleValues_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(0, Soon));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, Soon, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.FromSeconds(2), maxRetryInterval: TimeSpan.FromSeconds(1)));
    }
}
