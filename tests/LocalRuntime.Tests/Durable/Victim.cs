using System.Globalization;
using Microsoft.DurableTask;

namespace TitleCertification.LocalRuntime.Tests.Durable;

/// <summary>
/// A process that works on a hub until it is killed. It writes a line for everything that a call has told it is done:
/// what was told must be there afterwards.
/// </summary>
internal static class Victim
{
    public const int Events = 3;
    public const int Activities = 3;
    private static readonly Lock Ledger = new();

    public static async Task<int> Main(string[] args)
    {
        if (args is not ["victim", var database, var ledger, var first])
        {
            await Console.Error.WriteLineAsync("This program is started by its own tests: victim <database> <ledger> <first number>");
            return 2;
        }
        await using var host = await LocalEngineHost.StartAsync(r => Register(r, ledger), database);
        for (var n = int.Parse(first, CultureInfo.InvariantCulture); ; n++)
        {
            var id = $"case-{n}";
            if (await host.Client.GetInstanceAsync(id) is null)
                await host.Client.ScheduleNewOrchestrationInstanceAsync("Case", n, new StartOrchestrationOptions(id));
            Console.WriteLine($"started {n}");
            for (var i = 0; i < Events; i++)
            {
                await host.Client.RaiseEventAsync(id, "Event", i);
                Console.WriteLine($"raised {n} {i}");
            }
        }
    }

    /// <param name="ledger">Gets a line for every run of an activity, appended before it returns.</param>
    public static void Register(DurableTaskRegistry registry, string ledger) => registry
        .AddOrchestratorFunc<int, string>("Case", async (context, n) =>
        {
            var heard = new List<int>();
            for (var i = 0; i < Events; i++)
            {
                heard.Add(await context.WaitForExternalEvent<int>("Event", TimeSpan.FromDays(30)));
                await context.CallActivityAsync("Note", $"{n}:{i}");
            }
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            return await context.CallSubOrchestratorAsync<string>("Close", heard.Distinct().Count());
        })
        .AddOrchestratorFunc<int, string>("Close", async (context, n) =>
            string.Concat(await Task.WhenAll(Enumerable.Range(0, n).Select(i => context.CallActivityAsync<string>("Letter", i)))))
        .AddActivityFunc<int, string>("Letter", (_, i) => $"{(char)('a' + i)}")
        .AddActivityFunc<string>("Note", (TaskActivityContext _, string line) => Append(ledger, line));

    private static void Append(string ledger, string line)
    {
        // A stream finds the end of its file when it is opened: two at once would write over each other.
        lock (Ledger)
        {
            using var file = new FileStream(ledger, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        }
    }
}
