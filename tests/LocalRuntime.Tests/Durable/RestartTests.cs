using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;
using TitleCertification.LocalRuntime.Durable;

namespace TitleCertification.LocalRuntime.Tests.Durable;

/// <summary>What becomes of an instance when the engine goes and comes again over the same file: by its timers, by changed code, by a damaged history.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Timer_AYearAway_FiresThenAndNotBefore_AlsoAfterARestart()
    {
        using var folder = new HubFolder();
        var clock = new FakeTimeProvider(new DateTimeOffset(2025, 6, 30, 0, 0, 0, TimeSpan.Zero));
        static void Register(DurableTaskRegistry r) => r.AddOrchestratorFunc<DateTime>("Year", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(365), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        await using (var first = await LocalEngineHost.StartAsync(Register, folder.Database, clock))
        {
            await first.Client.ScheduleNewOrchestrationInstanceAsync("Year", new StartOrchestrationOptions("year"));
            await first.Client.StartedAsync("year");
            clock.Advance(TimeSpan.FromDays(364));
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await first.Client.GetInstanceAsync("year"))!.RuntimeStatus);
        }
        await using var second = await LocalEngineHost.StartAsync(Register, folder.Database, clock);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await second.Client.GetInstanceAsync("year"))!.RuntimeStatus);

        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc), (await second.Client.EndOfAsync("year")).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Timer_PassedWhileTheProcessWasDown_FiresAtTheStart()
    {
        using var folder = new HubFolder();
        var clock = new FakeTimeProvider();
        static void Register(DurableTaskRegistry r) => r.AddOrchestratorFunc("Day", context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None));
        await using (var first = await LocalEngineHost.StartAsync(Register, folder.Database, clock))
        {
            await first.Client.ScheduleNewOrchestrationInstanceAsync("Day", new StartOrchestrationOptions("day"));
            await first.Client.StartedAsync("day");
        }
        clock.Advance(TimeSpan.FromDays(2));
        await using var second = await LocalEngineHost.StartAsync(Register, folder.Database, clock);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await second.Client.EndOfAsync("day")).RuntimeStatus);
    }

    [Theory]
    [InlineData("Other", "its history has activity 'First' as task #0, and the code asks for activity 'Other'")]
    [InlineData(null, "its history has activity 'First' as task #0, and the code did not ask for it")]
    public async Task Replay_CodeHasChanged_FailsAndNamesWhatWasExpectedAndWhatWasSeen(string? activity, string said)
    {
        using var folder = new HubFolder();
        void Register(DurableTaskRegistry r, string? name) => r
            .AddOrchestratorFunc("Changing", async context =>
            {
                if (name is not null)
                    await context.CallActivityAsync(name);
                await context.WaitForExternalEvent<object>("E");
            })
            .AddActivityFunc("First", _ => { });
        await using (var first = await LocalEngineHost.StartAsync(r => Register(r, "First"), folder.Database))
        {
            await first.Client.ScheduleNewOrchestrationInstanceAsync("Changing", new StartOrchestrationOptions("x"));
            await first.Client.StartedAsync("x");
        }
        await using var second = await LocalEngineHost.StartAsync(r => Register(r, activity), folder.Database);
        await second.Client.RaiseEventAsync("x", "E");

        var end = await second.Client.EndOfAsync("x");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Non-deterministic", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(said, end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_CodeCatchesTheViolation_FailsAllTheSame()
    {
        using var folder = new HubFolder();
        static void Register(DurableTaskRegistry r, string name) => r
            .AddOrchestratorFunc("Changing", async context =>
            {
                try
                {
                    await context.CallActivityAsync(name);
                }
                catch (Exception)
                {
                    await context.WaitForExternalEvent<object>("Never");
                }
                await context.WaitForExternalEvent<object>("E");
            })
            .AddActivityFunc("First", _ => { });
        await using (var first = await LocalEngineHost.StartAsync(r => Register(r, "First"), folder.Database))
        {
            await first.Client.ScheduleNewOrchestrationInstanceAsync("Changing", new StartOrchestrationOptions("x"));
            await first.Client.StartedAsync("x");
        }
        await using var second = await LocalEngineHost.StartAsync(r => Register(r, "Other"), folder.Database);
        await second.Client.RaiseEventAsync("x", "E");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await second.Client.EndOfAsync("x")).RuntimeStatus);
    }

    [Fact]
    public async Task Recovery_UnreadableHistory_FailsThatInstanceAndNoOther()
    {
        using var folder = new HubFolder();
        static void Register(DurableTaskRegistry r) => r.AddOrchestratorFunc<string>("Wait", context => context.WaitForExternalEvent<string>("E"));
        await using (var first = await LocalEngineHost.StartAsync(Register, folder.Database))
            foreach (var id in (string[])["poisoned", "headless", "sound"])
            {
                await first.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions(id));
                await first.Client.StartedAsync(id);
            }
        Execute(folder.Database, "INSERT INTO history SELECT seq, 50, 9, -1, 0, NULL, NULL, NULL FROM instances WHERE id = 'poisoned'");
        Execute(folder.Database, "DELETE FROM history WHERE seq = (SELECT seq FROM instances WHERE id = 'headless')");
        await using var second = await LocalEngineHost.StartAsync(Register, folder.Database);

        foreach (var id in (string[])["poisoned", "headless", "sound"])
            await second.Client.RaiseEventAsync(id, "E", "heard");

        Assert.Equal("heard", (await second.Client.EndOfAsync("sound")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await second.Client.EndOfAsync("poisoned")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await second.Client.EndOfAsync("headless")).RuntimeStatus);
    }

    [Theory]
    [InlineData(Recovery.InFlight, "instances_in_flight", "sqlite_autoindex_history_1|PRIMARY KEY")]
    [InlineData(Recovery.Undelivered, "history_undelivered", "history_undelivered")]
    public void Recovery_Query_ReadsNothingOfFinishedInstances(string sql, string first, string second)
    {
        using var folder = new HubFolder();
        using var store = new HistoryStore(folder.Database, "Test");

        var plan = store.Read(connection =>
        {
            using var command = HistoryStore.Command(connection, "EXPLAIN QUERY PLAN " + sql);
            using var reader = command.ExecuteReader();
            var steps = new List<string>();
            while (reader.Read())
                steps.Add(reader.GetString(3));
            return steps;
        });

        Assert.Contains(plan, step => step.Contains(first, StringComparison.Ordinal));
        Assert.Contains(plan, step => second.Split('|').Any(part => step.Contains(part, StringComparison.Ordinal)));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
