using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TitleCertification.LocalRuntime.Durable;

namespace TitleCertification.LocalRuntime.Tests.Durable;

/// <summary>What only the local engine promises, or what needs its file.</summary>
public sealed class EngineTests
{
    [Fact]
    public async Task Start_HubInUse_IsRefusedInAPlainSentence()
    {
        using var folder = new HubFolder();
        await using (await LocalEngineHost.StartAsync(_ => { }, folder.Database))
        {
            await using var second = LocalEngineHost.Create(_ => { }, folder.Database);

            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => second.Engine.StartAsync(CancellationToken.None));

            Assert.Contains("in use by another process", refusal.Message, StringComparison.Ordinal);
        }
        await using var third = await LocalEngineHost.StartAsync(_ => { }, folder.Database);
        Assert.Null(await third.Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task Start_FileOfAnotherHub_IsRefused()
    {
        using var folder = new HubFolder();
        await using (await LocalEngineHost.StartAsync(_ => { }, folder.Database, hub: "One"))
        {
        }
        await using var other = LocalEngineHost.Create(_ => { }, folder.Database, hub: "Two");

        Assert.Contains("'One'", (await Assert.ThrowsAsync<InvalidOperationException>(() => other.Engine.StartAsync(CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_BeforeTheStart_RunsAfterIt()
    {
        using var folder = new HubFolder();
        await using var host = LocalEngineHost.Create(r => r.AddOrchestratorFunc<int>("One", _ => 1), folder.Database);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("One");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        await host.Engine.StartAsync(CancellationToken.None);

        Assert.Equal(1, (await host.Client.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Client_AfterTheStop_SaysSo()
    {
        var host = await LocalEngineHost.StartAsync(r => r.AddOrchestratorFunc<string>("Wait", context => context.WaitForExternalEvent<string>("E")));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await host.Client.StartedAsync(id);
        var waiters = host.Engine.Open().Waiters;
        var waiting = host.Client.EndOfAsync(id);

        await host.DisposeAsync();

        Assert.Contains("has stopped", (await Assert.ThrowsAsync<InvalidOperationException>(() => waiting)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => waiters.Next(id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.GetInstanceAsync(id));
    }

    [Fact]
    public async Task Eviction_CacheOfOne_EveryStepReplaysAndEveryResultIsRight()
    {
        using var lines = new LogLines();
        await using var host = await LocalEngineHost.StartAsync(
            r => r
                .AddOrchestratorFunc<int, int>("Sum", async (context, n) =>
                {
                    var sum = 0;
                    for (var i = 0; i < 4; i++)
                    {
                        context.CreateReplaySafeLogger("Sum").Log(Microsoft.Extensions.Logging.LogLevel.Information, default, $"{n} {i}", null, (s, _) => s);
                        sum += await context.WaitForExternalEvent<int>("Add");
                        sum = await context.CallActivityAsync<int>("Same", sum);
                    }
                    return sum;
                })
                .AddActivityFunc<int, int>("Same", (_, n) => n),
            cached: 1, loggers: lines);
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => host.Client.ScheduleNewOrchestrationInstanceAsync("Sum", n)));
        for (var i = 1; i <= 4; i++)
            await Task.WhenAll(ids.Select(id => host.Client.RaiseEventAsync(id, "Add", i)));

        foreach (var id in ids)
            Assert.Equal(10, (await host.Client.EndOfAsync(id)).ReadOutputAs<int>());
        Assert.Equal(160, lines.Of("Sum").Count());
        Assert.Equal(160, lines.Of("Sum").Distinct().Count());
        // The end of an instance is seen in the file a moment before it leaves the memory.
        await Clients.UntilAsync(() => Task.FromResult(host.Engine.Open().Directory.Count <= 2));
    }

    [Fact]
    public async Task ContinueAsNew_ManyRounds_LeavesTheHistoryOfTheLast()
    {
        await using var host = await LocalEngineHost.StartAsync(r => r
            .AddOrchestratorFunc<int>("Rounds", async (TaskOrchestrationContext context, int round) =>
            {
                await context.CallActivityAsync("Nothing");
                context.SendEvent(context.InstanceId, "Self", round);
                if (round < 100)
                    context.ContinueAsNew(round + 1);
            })
            .AddActivityFunc("Nothing", _ => { }));

        var end = await host.Client.RunAsync("Rounds", 0, "rounds");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        var store = host.Engine.Open().Store;
        Assert.InRange(store.History(store.Find("rounds")!.Seq).Count, 3, 120);
        Assert.InRange(store.History(store.Find("rounds")!.Seq).Count(line => line.Kind != HistoryKind.EventRaised), 3, 8);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1_000)]
    public async Task File_AfterMuchCrossTraffic_HoldsNothingOfWhatIsGone(int cached)
    {
        using var folder = new HubFolder();
        await using var host = await LocalEngineHost.StartAsync(
            r => r
                .AddOrchestratorFunc<int, int>("Ping", async (context, n) =>
                {
                    // Rounds by starting over, a child each, and an event to the neighbour, which may be over by then.
                    var word = await context.CallSubOrchestratorAsync<int>("Pong", n);
                    context.SendEvent($"ping-{(n + 1) % 40}", "Hello", word);
                    if (n >= 80)
                        return word;
                    context.ContinueAsNew(n + 40);
                    return 0;
                })
                .AddOrchestratorFunc<int, int>("Pong", (context, n) => context.CallActivityAsync<int>("Same", n))
                .AddActivityFunc<int, int>("Same", (_, n) => n),
            folder.Database, cached: cached);

        var ends = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => host.Client.RunAsync("Ping", n, $"ping-{n}")));

        Assert.Equal(Enumerable.Range(80, 40), ends.Select(end => end.ReadOutputAs<int>()));
        await host.Client.RaiseEventAsync("ping-0", "Last");
        Assert.Equal(160, (await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
        var store = host.Engine.Open().Store;
        Assert.Equal(0, store.Read(connection => HistoryStore.Scalar(connection, "SELECT (SELECT count(*) FROM history) + (SELECT count(*) FROM instances)")));
    }

    [Fact]
    public async Task CustomStatus_Above16Kilobytes_IsRefused()
    {
        await using var host = await LocalEngineHost.StartAsync(r => r.AddOrchestratorFunc("Status", context => context.SetCustomStatus(new string('x', 9_000))));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Client.RunAsync("Status")).RuntimeStatus);
    }

    [Fact]
    public async Task Await_ForeignTaskBesideADurableOne_FailsTheInstance()
    {
        var foreign = new TaskCompletionSource();
        await using var host = await LocalEngineHost.StartAsync(r => r
            .AddOrchestratorFunc("Both", async context =>
            {
                var wait = context.WaitForExternalEvent<string>("Never");
                await foreign.Task;
                await wait;
            }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Both");
        await host.Client.StartedAsync(id);

        // Over only now: a task that is over before it is awaited is no fault.
        foreign.SetResult();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Client.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Commits_ManyAtOnce_ShareTransactions()
    {
        using var folder = new HubFolder();
        using var open = new ManualResetEventSlim();
        // Not started: nothing is written but what is asked for here.
        await using var host = LocalEngineHost.Create(r => r.AddOrchestratorFunc<int>("One", _ => 1), folder.Database, mayCommit: () =>
        {
            open.Wait();
            return true;
        });

        var starts = Enumerable.Range(0, 500).Select(_ => host.Client.ScheduleNewOrchestrationInstanceAsync("One")).ToList();
        open.Set();
        await Task.WhenAll(starts);

        // The first, for which the writer was waiting, and all that came while it was held up.
        Assert.InRange(host.Engine.Open().Commits.Transactions, 1, 2);
    }
}
