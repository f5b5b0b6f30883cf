using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Tests.Durable;

public sealed class ActivitiesConformance
{
    public sealed record Person(string Name, int Age);

    [Fact]
    public async Task CallActivity_RecordInAndOut_CrossesAsWritten()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<Person, Person>("Birthday", (context, person) => context.CallActivityAsync<Person>("older", person))
            .AddActivityFunc<Person, Person>("Older", (_, person) => person with { Age = person.Age + 1 }));

        var end = await host.Client.RunAsync("Birthday", new Person("Ánh", 6));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(new Person("Ánh", 7), end.ReadOutputAs<Person>());
        Assert.Equal(new Person("Ánh", 6), end.ReadInputAs<Person>());
    }

    [Fact]
    public async Task CallActivity_InSequence_EachSeesTheResultBefore()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Sum", async (context, n) =>
            {
                var sum = 0;
                for (var i = 1; i <= n; i++)
                    sum = await context.CallActivityAsync<int>("Add", new[] { sum, i });
                return sum;
            })
            .AddActivityFunc<int[], int>("Add", (_, pair) => pair[0] + pair[1]));

        Assert.Equal(5050, (await host.Client.RunAsync("Sum", 100)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task CallActivity_FanOut_AllResultsInOrderOfCalls()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<int, int[]>("Squares", (context, n) =>
                Task.WhenAll(Enumerable.Range(0, n).Select(i => context.CallActivityAsync<int>("Square", i))))
            .AddActivityFunc<int, int>("Square", (_, i) => i * i));

        var end = await host.Client.RunAsync("Squares", 1_000);

        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => i * i), end.ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task CallActivity_Throws_FailureCrossesWithTypeMessageStackAndCause()
    {
        TaskFailedException? seen = null;
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<string>("Careful", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Break");
                    return "not reached";
                }
                catch (TaskFailedException failure)
                {
                    seen = failure;
                    return failure.FailureDetails.ErrorMessage;
                }
            })
            .AddActivityFunc("Break", _ => throw new InvalidOperationException("outer", new FormatException("inner"))));

        var end = await host.Client.RunAsync("Careful");

        Assert.Equal("outer", end.ReadOutputAs<string>());
        Assert.Equal("Break", seen!.TaskName);
        Assert.Equal(typeof(InvalidOperationException).FullName, seen.FailureDetails.ErrorType);
        Assert.True(seen.FailureDetails.IsCausedBy<InvalidOperationException>());
        Assert.True(seen.FailureDetails.IsCausedBy<SystemException>());
        Assert.False(seen.FailureDetails.IsCausedBy<FormatException>());
        Assert.NotEmpty(seen.FailureDetails.StackTrace!);
        Assert.Equal("inner", seen.FailureDetails.InnerFailure!.ErrorMessage);
        Assert.True(seen.FailureDetails.InnerFailure.IsCausedBy<FormatException>());
    }

    [Fact]
    public async Task CallActivity_ThrowsUncaught_InstanceFailsWithTheActivityAsCause()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc("Careless", async context => await context.CallActivityAsync("Break"))
            .AddActivityFunc("Break", _ => throw new FormatException("no number")));

        var end = await host.Client.RunAsync("Careless");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(TaskFailedException).FullName, end.FailureDetails!.ErrorType);
        Assert.Contains("no number", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(typeof(FormatException).FullName, end.FailureDetails.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task CallActivity_NotRegistered_FailsOnceWithoutRetry()
    {
        var attempts = 0;
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc("Lost", async context =>
            await context.CallActivityAsync("Nowhere", TaskOptions.FromRetryHandler(_ => ++attempts < 3))));

        var end = await host.Client.RunAsync("Lost");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Nowhere", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(0, attempts);
    }

    [Fact]
    public async Task CallActivity_TaskOptionsAsInput_IsRefused()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc("Mistaken", async context =>
            await context.CallActivityAsync<string>("Any", (object)new TaskOptions())));

        var end = await host.Client.RunAsync("Mistaken");

        Assert.Equal(typeof(ArgumentException).FullName, end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task CallActivity_ResultOfAnotherType_FailsTheCall()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<int>("Wrong", context => context.CallActivityAsync<int>("Text"))
            .AddActivityFunc<string>("Text", _ => "no number"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Client.RunAsync("Wrong")).RuntimeStatus);
    }
}
