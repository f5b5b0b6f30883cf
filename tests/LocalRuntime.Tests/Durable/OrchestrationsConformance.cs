using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace TitleCertification.LocalRuntime.Tests.Durable;

public sealed class OrchestrationsConformance
{
    [Fact]
    public async Task SubOrchestration_Completes_GivesItsResultAndKnowsItsParent()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<string>("Parent", context => context.CallSubOrchestratorAsync<string>("Child", 7, new SubOrchestrationOptions(instanceId: "child-1")))
            .AddOrchestratorFunc<int, string>("Child", (context, n) => $"{n} {context.InstanceId} {context.Parent!.Name} {context.Parent.InstanceId}"));

        var end = await host.Client.RunAsync("Parent", id: "parent-1");

        Assert.Equal("7 child-1 Parent parent-1", end.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Client.GetInstanceAsync("child-1"))!.RuntimeStatus);
    }

    [Fact]
    public async Task SubOrchestration_FanOut_AllAreAwaited()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<int, int>("Parent", async (context, n) =>
                (await Task.WhenAll(Enumerable.Range(0, n).Select(i => context.CallSubOrchestratorAsync<int>("Child", i)))).Sum())
            .AddOrchestratorFunc<int, int>("Child", (context, n) => context.CallActivityAsync<int>("Twice", n))
            .AddActivityFunc<int, int>("Twice", (_, n) => 2 * n));

        Assert.Equal(200 * 199, (await host.Client.RunAsync("Parent", 200)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task SubOrchestration_Fails_ParentSeesTheChildsException()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<string>("Parent", async context =>
            {
                try
                {
                    return await context.CallSubOrchestratorAsync<string>("Child");
                }
                catch (TaskFailedException failure)
                {
                    return $"{failure.TaskName} {failure.FailureDetails.ErrorType} {failure.FailureDetails.ErrorMessage}";
                }
            })
            .AddOrchestratorFunc<string>("Child", new Func<TaskOrchestrationContext, string>(_ => throw new FormatException("bad"))));

        Assert.Equal("Child System.FormatException bad", (await host.Client.RunAsync("Parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SubOrchestration_IdInUse_FailsTheCall()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<string>("Wait", context => context.WaitForExternalEvent<string>("E"))
            .AddOrchestratorFunc<string>("Parent", context => context.CallSubOrchestratorAsync<string>("Wait", new SubOrchestrationOptions(instanceId: "taken"))));
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("taken"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Client.RunAsync("Parent")).RuntimeStatus);
        Assert.False((await host.Client.GetInstanceAsync("taken"))!.IsCompleted);
    }

    [Fact]
    public async Task ContinueAsNew_ManyRounds_KeepsTheInstanceAndItsUnheardEvents()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<int, string>("Rounds", async (context, round) =>
        {
            if (round == 0)
                await context.WaitForExternalEvent<string>("Go");
            if (round == 200)
                return await context.WaitForExternalEvent<string>("Kept") + await context.WaitForExternalEvent<string>("Kept");
            context.ContinueAsNew(round + 1);
            return "dropped";
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Rounds", 0);
        await host.Client.RaiseEventAsync(id, "Kept", "a");
        await host.Client.RaiseEventAsync(id, "Kept", "b");
        await host.Client.RaiseEventAsync(id, "Go");

        var end = await host.Client.EndOfAsync(id);

        Assert.Equal("ab", end.ReadOutputAs<string>());
        Assert.Equal(200, end.ReadInputAs<int>());
    }

    [Fact]
    public async Task ContinueAsNew_NotPreserving_ForgetsUnheardEvents()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<int, string>("Forget", async (context, round) =>
        {
            if (round == 1)
                return await context.WaitForExternalEvent<string>("E");
            await context.WaitForExternalEvent<object>("Go");
            context.ContinueAsNew(1, preserveUnprocessedEvents: false);
            return "";
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Forget", 0);
        await host.Client.RaiseEventAsync(id, "E", "early");
        await host.Client.RaiseEventAsync(id, "Go");
        await Clients.UntilAsync(async () => (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadInputAs<int>() == 1);
        await host.Client.RaiseEventAsync(id, "E", "late");

        Assert.Equal("late", (await host.Client.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task CustomStatus_Set_IsSeenWhileItWaits()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<string>("Status", async context =>
        {
            context.SetCustomStatus("waiting");
            return await context.WaitForExternalEvent<string>("E");
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Status");
        await host.Client.StartedAsync(id);

        Assert.Equal("waiting", (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task Timer_NotCancelled_KeepsTheInstanceRunningUntilItFires()
    {
        var clock = new FakeTimeProvider();
        await using var host = await DurableHost.StartAsync(
            r => r.AddOrchestratorFunc<DateTime>("Timer", context =>
            {
                _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return context.CurrentUtcDateTime;
            }),
            clock: clock);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Timer");
        await host.Client.StartedAsync(id);

        Assert.False((await host.Client.GetInstanceAsync(id))!.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Client.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Timer_Cancelled_EndsTheWaitAndNotTheOrchestration()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<string>("Race", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(10_000), cancel.Token);
            // Not CancelAsync: it cancels from another thread, and an orchestrator has only one.
            cancel.Cancel();
            try
            {
                await timer;
                return "fired";
            }
            catch (OperationCanceledException)
            {
                return "cancelled";
            }
        }));

        Assert.Equal("cancelled", (await host.Client.RunAsync("Race")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timer_Fires_NotBeforeItsTime()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<bool>("Due", async context =>
        {
            var due = context.CurrentUtcDateTime.AddMilliseconds(30);
            await context.CreateTimer(due, CancellationToken.None);
            return context.CurrentUtcDateTime >= due;
        }));

        Assert.True((await host.Client.RunAsync("Due")).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task NewGuid_Twice_IsUniqueAndTheSameWhenReplayed()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<Guid[]>("Ids", async context =>
            {
                Guid[] before = [context.NewGuid(), context.NewGuid()];
                await context.CallActivityAsync("Nothing");
                return [.. before, context.NewGuid()];
            })
            .AddActivityFunc("Nothing", _ => { }));

        var ids = (await host.Client.RunAsync("Ids")).ReadOutputAs<Guid[]>()!;
        var others = (await host.Client.RunAsync("Ids")).ReadOutputAs<Guid[]>()!;

        Assert.Equal(6, ids.Concat(others).Distinct().Count());
    }

    [Fact]
    public async Task ReplaySafeLogger_LogsEachLineOnce()
    {
        using var lines = new LogLines();
        await using var host = await DurableHost.StartAsync(
            r => r.AddOrchestratorFunc("Log", async context =>
            {
                var log = context.CreateReplaySafeLogger("Orchestrator");
                for (var i = 0; i < 4; i++)
                {
                    log.LogInformation("step {Step}", i);
                    await context.CallActivityAsync("Nothing");
                }
            })
            .AddActivityFunc("Nothing", _ => { }),
            lines);

        await host.Client.RunAsync("Log");

        Assert.Equal(["step 0", "step 1", "step 2", "step 3"], lines.Of("Orchestrator"));
    }

    [Fact]
    public async Task Await_TaskThatIsNotDurable_FailsTheInstance()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc("Delay", async context =>
            {
                // Never over: a task that is over before it is awaited is no fault.
                await new TaskCompletionSource().Task;
                await context.CallActivityAsync("Nothing");
            })
            .AddActivityFunc("Nothing", _ => { }));

        var end = await host.Client.RunAsync("Delay");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("invalid asynchronous invocation", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orchestrator_NotRegistered_FailsVisibly()
    {
        await using var host = await DurableHost.StartAsync(_ => { });

        var end = await host.Client.RunAsync("Unknown");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Unknown", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }
}
