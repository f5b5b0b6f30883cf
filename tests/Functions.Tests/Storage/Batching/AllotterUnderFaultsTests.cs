using CsCheck;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;
using TitleCertification.Testing.Storage;

namespace TitleCertification.Functions.Tests.Storage.Batching;

/// <summary>The promises of <see cref="Allotter"/> under any mixture of faults, processes and repeated requests.</summary>
public sealed class AllotterUnderFaultsTests
{
    private sealed record Scenario(int Seed, int Processes, int Keys, int Requests, int Before, int After, int Linger);

    private static readonly Gen<Scenario> Scenarios =
        from seed in Gen.Int
        from processes in Gen.Int[1, 4]
        from keys in Gen.Int[1, 150]
        from requests in Gen.Int[1, 300]
        from before in Gen.Int[0, 15]
        from after in Gen.Int[0, 15]
        from linger in Gen.Int[0, 3]
        select new Scenario(seed, processes, keys, requests, before, after, linger);

    [Fact]
    public Task Allot_AnyFaultsProcessesAndRepeats_IsGaplessAndOncePerKey() =>
        Scenarios.SampleAsync(PlayAsync, iter: 60, threads: 1);

    private static async Task PlayAsync(Scenario scenario)
    {
        using var storage = new SqliteStorageProvider(SqliteStorageProvider.InMemory);
        await storage.PrepareAsync([RunAudit.Table], []);
        var random = new Random(scenario.Seed);
        var faults = new Faults
        {
            Plan = _ => Next(random, 100) switch
            {
                var roll when roll < scenario.Before => Fault.Before,
                var roll when roll < scenario.Before + scenario.After => Fault.After,
                _ => Fault.None,
            },
            Latency = _ => Next(random, 3) == 0 ? Task.Delay(1) : Task.CompletedTask,
        };
        var run = RunAudit.Run(scenario.Linger);
        var clock = new HurriedClock();
        var processes = Enumerable.Range(0, scenario.Processes).Select(_ => new Allotter(new FaultyTables(storage.Tables, faults), clock)).ToList();

        var results = await Task.WhenAll(Enumerable.Range(0, scenario.Requests).Select(async _ =>
        {
            var key = $"d{Next(random, scenario.Keys)}";
            var process = processes[Next(random, scenario.Processes)];
            return (Key: key, Allotment: await UntilAnsweredAsync(() => process.AllotAsync(run, RunAudit.Request(key))));
        }));

        var stored = await RunAudit.AuditAsync(storage.Tables, run);
        Assert.Equal(results.Select(result => result.Key).Distinct().Order(), stored.Keys.Order());
        Assert.All(results, result => Assert.Equal(stored[result.Key], result.Allotment.Number));
        Assert.All(results, result => Assert.Equal($"\"{result.Key}\"", result.Allotment.Content));
        Assert.All(results.GroupBy(result => result.Key), same => Assert.InRange(same.Count(result => !result.Allotment.AllottedBefore), 0, 1));
        processes.ForEach(process => process.Dispose());
    }

    // As a caller does: after an unknown outcome, ask again with the same key.
    private static async Task<Allotment> UntilAnsweredAsync(Func<Task<Allotment>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (StorageUnavailableException)
            {
            }
        }
    }

    private static int Next(Random random, int below)
    {
        lock (random)
            return random.Next(below);
    }

    /// <summary>Waits are a hundredth as long, so that pauses after outages do not make the test slow.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 100 : dueTime, period);
    }
}
