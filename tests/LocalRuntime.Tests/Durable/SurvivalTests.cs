using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Tests.Durable;

/// <summary>The process's hold on the file ends before the n-th commit, for every n, and the next process goes on.</summary>
public sealed class SurvivalTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(1)]
    public async Task Kill_BeforeEveryCommit_TheOrchestrationEndsAsIfNothingHadHappened(int cached)
    {
        using var reference = new HubFolder();
        var (expected, _) = await LiveAsync(reference, killBefore: int.MaxValue, cached);
        for (var killBefore = 1; ; killBefore++)
        {
            using var folder = new HubFolder();
            var (result, killed) = await LiveAsync(folder, killBefore, cached);
            Assert.Equal(expected, result);
            if (!killed)
            {
                Assert.True(killBefore > 10, $"only {killBefore} commits were cut");
                return;
            }
        }
    }

    private static async Task<(string Result, bool Killed)> LiveAsync(HubFolder folder, int killBefore, int cached)
    {
        var commits = 0;
        var killed = false;
        await using (var first = LocalEngineHost.Create(Register, folder.Database, cached: cached, mayCommit: () => Interlocked.Increment(ref commits) < killBefore))
        {
            await first.Engine.StartAsync(CancellationToken.None);
            var life = DriveAsync(first.Client);
            killed = await Task.WhenAny(life, first.Engine.Killed) != life || life.IsFaulted;
            if (!killed)
                return (await life, false);
            await first.DisposeAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => life);
        }
        await using var second = await LocalEngineHost.StartAsync(Register, folder.Database, cached: cached);
        return (await DriveAsync(second.Client), true);
    }

    // What a caller does who does not know how far it came: everything again, as often as needed.
    private static async Task<string> DriveAsync(DurableTaskClient client)
    {
        if (await client.GetInstanceAsync("life") is null)
            await client.ScheduleNewOrchestrationInstanceAsync("Life", 1, new StartOrchestrationOptions("life"));
        await client.RaiseEventAsync("life", "Go", "go");
        return (await client.EndOfAsync("life")).ReadOutputAs<string>()!;
    }

    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<int, string>("Life", async (context, round) =>
        {
            var heard = await context.WaitForExternalEvent<string>("Go", TimeSpan.FromDays(1));
            var parts = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => context.CallActivityAsync<string>("Say", $"{heard}{i}")));
            await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            var child = await context.CallSubOrchestratorAsync<string>("Child", string.Join(',', parts));
            if (round == 0)
                return child;
            context.SendEvent(context.InstanceId, "Go", heard);
            context.ContinueAsNew(round - 1);
            return "";
        })
        .AddOrchestratorFunc<string, string>("Child", async (context, text) => await context.CallActivityAsync<string>("Say", $"[{text}]"))
        .AddActivityFunc<string, string>("Say", (_, text) => text.ToUpperInvariant());
}
