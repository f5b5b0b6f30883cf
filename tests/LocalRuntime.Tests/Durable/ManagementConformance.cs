using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace TitleCertification.LocalRuntime.Tests.Durable;

public sealed class ManagementConformance
{
    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<string, string>("Wait", async (context, _) => await context.WaitForExternalEvent<string>("E"))
        .AddOrchestratorFunc<string>("Parent", context => context.CallSubOrchestratorAsync<string>("Wait", null, new SubOrchestrationOptions(instanceId: "child")))
        .AddOrchestratorFunc<int, int>("Echo", (_, n) => n);

    [Fact]
    public async Task Schedule_IdInUse_IsRefusedUntilItIsOver()
    {
        await using var host = await DurableHost.StartAsync(Register);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("one"));

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", 1, new StartOrchestrationOptions("one")));
        await host.Client.RaiseEventAsync("one", "E", "end");
        await host.Client.EndOfAsync("one");

        Assert.Equal(2, (await host.Client.RunAsync("Echo", 2, "one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Schedule_OverButInDedupeStatuses_IsRefused()
    {
        await using var host = await DurableHost.StartAsync(Register);
        await host.Client.RunAsync("Echo", 1, "one");
        var once = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", 2, once));

        Assert.Equal(1, (await host.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Schedule_RunningAndNotInDedupeStatuses_TakesItsPlace()
    {
        await using var host = await DurableHost.StartAsync(Register);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("one"));

        await host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", 3, new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed));

        Assert.Equal(3, (await host.Client.EndOfAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Schedule_ManyAtOnceWithOneId_OneWins()
    {
        await using var host = await DurableHost.StartAsync(Register);

        var starts = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            try
            {
                await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("one"));
                return 1;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, starts.Sum());
    }

    [Fact]
    public async Task Terminate_WithOutput_EndsItAndLeavesTheChildren()
    {
        await using var host = await DurableHost.StartAsync(Register);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await StartedChildAsync(host.Client, id);

        await host.Client.TerminateInstanceAsync(id, "enough");

        var end = await host.Client.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("enough", end.ReadOutputAs<string>());
        Assert.False((await host.Client.GetInstanceAsync("child"))!.IsCompleted);
    }

    [Fact]
    public async Task Terminate_Recursive_EndsTheChildrenToo()
    {
        await using var host = await DurableHost.StartAsync(Register);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await StartedChildAsync(host.Client, id);

        await host.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", Recursive: true));

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.Client.EndOfAsync("child")).RuntimeStatus);
    }

    [Fact]
    public async Task Suspend_EventsWaitUntilResumed()
    {
        await using var host = await DurableHost.StartAsync(Register);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await host.Client.StartedAsync(id);

        await host.Client.SuspendInstanceAsync(id, "holiday");
        await host.Client.RaiseEventAsync(id, "E", "heard");
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await host.Client.ResumeInstanceAsync(id);

        Assert.Equal("heard", (await host.Client.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Purge_Running_IsLeft_AndOver_IsForgotten()
    {
        await using var host = await DurableHost.StartAsync(Register);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("running"));
        await host.Client.RunAsync("Echo", 1, "over");

        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("running")).PurgedInstanceCount);
        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("over")).PurgedInstanceCount);
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("never")).PurgedInstanceCount);
        Assert.NotNull(await host.Client.GetInstanceAsync("running"));
        Assert.Null(await host.Client.GetInstanceAsync("over"));
    }

    [Fact]
    public async Task Purge_Recursive_ForgetsTheChildren()
    {
        await using var host = await DurableHost.StartAsync(Register);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await StartedChildAsync(host.Client, id);
        await host.Client.RaiseEventAsync("child", "E", "end");
        await host.Client.EndOfAsync(id);

        Assert.Equal(2, (await host.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true))).PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync("child"));
    }

    [Fact]
    public async Task PurgeAll_ByStatusAndTime_ForgetsThoseAndNoOthers()
    {
        await using var host = await DurableHost.StartAsync(Register);
        foreach (var n in Enumerable.Range(0, 450))
            await host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", n, new StartOrchestrationOptions($"echo-{n}"));
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("running"));
        await Task.WhenAll(Enumerable.Range(0, 450).Select(n => host.Client.EndOfAsync($"echo-{n}")));

        var none = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: DateTimeOffset.UnixEpoch));
        var failed = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Failed]));
        var all = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, [OrchestrationRuntimeStatus.Completed]));

        Assert.Equal([0, 0, 450], new[] { none, failed, all }.Select(result => result.PurgedInstanceCount));
        Assert.True(all.IsComplete);
        Assert.Equal("running", (await host.Client.GetAllInstancesAsync().ToListAsync()).Single().InstanceId);
    }

    [Fact]
    public async Task Query_PagesInOrderAndFilters()
    {
        await using var host = await DurableHost.StartAsync(Register);
        foreach (var n in Enumerable.Range(0, 25))
            await host.Client.RunAsync("Echo", n, $"{(n % 2 == 0 ? "even" : "odd")}-{n}");
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("running"));

        var pages = await host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10, FetchInputsAndOutputs: true)).AsPages().ToListAsync();
        var again = await host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10, ContinuationToken: pages[0].ContinuationToken)).ToListAsync();
        var odd = await host.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "odd-", Statuses: [OrchestrationRuntimeStatus.Completed])).ToListAsync();
        var future = await host.Client.GetAllInstancesAsync(new OrchestrationQuery(CreatedFrom: DateTimeOffset.UtcNow.AddDays(1))).ToListAsync();

        Assert.Equal([10, 10, 6], pages.Select(page => page.Values.Count));
        Assert.Null(pages[2].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 25), pages.SelectMany(page => page.Values).Take(25).Select(instance => instance.ReadOutputAs<int>()));
        Assert.Equal(16, again.Count);
        Assert.Equal(12, odd.Count);
        Assert.Empty(future);
    }

    [Fact]
    public async Task GetInstance_WithoutInputs_RefusesToReadThem()
    {
        await using var host = await DurableHost.StartAsync(Register);
        await host.Client.RunAsync("Echo", 1, "one");

        var bare = (await host.Client.GetInstanceAsync("one"))!;

        Assert.Null(bare.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Schedule_StartAt_IsPendingUntilThenAndKeepsItsEvents()
    {
        var clock = new FakeTimeProvider();
        await using var host = await DurableHost.StartAsync(Register, clock: clock);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions(StartAt: clock.GetUtcNow().AddHours(1)));

        await host.Client.RaiseEventAsync(id, "E", "early");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("early", (await host.Client.EndOfAsync(id)).ReadOutputAs<string>());
    }

    private static async Task StartedChildAsync(DurableTaskClient client, string parent)
    {
        await client.StartedAsync(parent);
        await client.StartedAsync("child");
    }
}
