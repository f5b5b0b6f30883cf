using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TitleCertification.LocalRuntime.Durable;

namespace TitleCertification.Bench;

/// <summary>
/// The durable engine of the local runtime on a database on disk, every commit synced. Each figure is printed only after every
/// orchestration has been read back and has the right result.
/// </summary>
internal static class EngineBench
{
    private const int Orchestrations = 1_000;
    private const int ActivitiesEach = 5;
    private const int FanOut = 10_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation)
    {
        // The first run pays for the compilation of everything; it is not counted.
        await SequencesAsync(Orchestrations / 4, cancellation);
        var (sequences, idle, memory) = await SequencesAsync(Orchestrations, cancellation);
        var small = await FanOutAsync(FanOut / 10, cancellation);
        var large = await FanOutAsync(FanOut, cancellation);
        return
        [
            new("engine, 1,000 orchestrations of 5 activities", sequences, "activities/s", "5,000 or more", sequences >= 5_000),
            new("engine, the same with 1,000 finished instances in the file", idle, "activities/s"),
            new("engine, memory of 2,000 waiting orchestrations", memory, "KB each"),
            new("engine, fan-out of 1,000", small, "activities/s"),
            new("engine, fan-out of 10,000", large, "activities/s"),
        ];
    }

    private static async Task<(double First, double Second, double WaitingKilobytes)> SequencesAsync(int count, CancellationToken cancellation)
    {
        await using var hub = await Hub.OpenAsync(registry => registry
            .AddOrchestratorFunc<int, int>("Five", async (context, n) =>
            {
                for (var i = 0; i < ActivitiesEach; i++)
                    n = await context.CallActivityAsync<int>("Next", n);
                return n;
            })
            .AddOrchestratorFunc<string>("Wait", context => context.WaitForExternalEvent<string>("Go", TimeSpan.FromDays(30)))
            .AddActivityFunc<int, int>("Next", (_, n) => n + 1));
        var first = await RateAsync();
        var second = await RateAsync();
        return (first, second, await WaitingAsync());

        async Task<double> RateAsync()
        {
            var watch = Stopwatch.StartNew();
            var results = await Task.WhenAll(Enumerable.Range(0, count).Select(async n =>
            {
                var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Five", n, cancellation);
                return (await hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation)).ReadOutputAs<int>();
            }));
            watch.Stop();
            Check(results.SequenceEqual(Enumerable.Range(ActivitiesEach, count)), "a sequence of activities gave another result");
            return count * ActivitiesEach / watch.Elapsed.TotalSeconds;
        }

        async Task<double> WaitingAsync()
        {
            const int Waiting = 2_000;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var ids = await Task.WhenAll(Enumerable.Range(0, Waiting).Select(_ => hub.Client.ScheduleNewOrchestrationInstanceAsync("Wait", cancellation)));
            await Task.WhenAll(ids.Select(id => hub.Client.WaitForInstanceStartAsync(id, cancellation)));
            var kilobytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / Waiting;
            await Task.WhenAll(ids.Select(id => hub.Client.RaiseEventAsync(id, "Go", id, cancellation)));
            var heard = await Task.WhenAll(ids.Select(id => hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation)));
            Check(heard.Select(end => end.ReadOutputAs<string>()).SequenceEqual(ids), "a waiting orchestration did not hear its event");
            return kilobytes;
        }
    }

    private static async Task<double> FanOutAsync(int count, CancellationToken cancellation)
    {
        await using var hub = await Hub.OpenAsync(registry => registry
            .AddOrchestratorFunc<int, int[]>("FanOut", (context, n) =>
                Task.WhenAll(Enumerable.Range(0, n).Select(i => context.CallActivityAsync<int>("Twice", i))))
            .AddActivityFunc<int, int>("Twice", (_, n) => 2 * n));
        var watch = Stopwatch.StartNew();
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("FanOut", count, cancellation);
        var end = await hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
        watch.Stop();
        Check(end.ReadOutputAs<int[]>()!.SequenceEqual(Enumerable.Range(0, count).Select(i => 2 * i)), "a fan-out lost or mixed results");
        return count / watch.Elapsed.TotalSeconds;
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException($"The benchmark's own check failed: {otherwise}.");
    }

    private sealed class Hub(DurableEngine engine, ServiceProvider services, DirectoryInfo folder) : IAsyncDisposable
    {
        public DurableTaskClient Client => engine.Client;

        public static async Task<Hub> OpenAsync(Action<DurableTaskRegistry> register)
        {
            // Beside the program and not in the folder for temporary files, which may be memory.
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "engine-" + Guid.NewGuid().ToString("N")));
            var registry = new DurableTaskRegistry();
            register(registry);
            var services = new ServiceCollection().BuildServiceProvider();
            var options = new DurableEngineOptions { DatabasePath = Path.Combine(folder.FullName, "hub.db"), TaskHub = "Bench" };
            var engine = new DurableEngine(options, registry, services, JsonDataConverter.Default, TimeProvider.System, NullLoggerFactory.Instance);
            await engine.StartAsync(CancellationToken.None);
            return new Hub(engine, services, folder);
        }

        public async ValueTask DisposeAsync()
        {
            await engine.DisposeAsync();
            await services.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
