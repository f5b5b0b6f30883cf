using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Tests.Durable;

/// <summary>SIGKILL, again and again, while a process works on the hub.</summary>
public sealed class KillTests
{
    private const int Kills = 6;

    [Fact]
    public async Task Kill_AtAnyMoment_WhatWasAcknowledgedGoesOnAndEndsOnce()
    {
        using var folder = new HubFolder();
        var ledger = folder.Database + ".ledger";
        HashSet<int> started = [];
        HashSet<(int Case, int Event)> raised = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            // Lines until the kill, and not a time: a slow machine is killed in the same places as a fast one.
            foreach (var words in await LiveAsync(folder.Database, ledger, Math.Max(0, started.Count - 1), 25 + kill * 17))
                if (words is ["started", var n])
                    started.Add(Number(n));
                else if (words is ["raised", var of, var i])
                    raised.Add((Number(of), Number(i)));
        }
        Assert.True(started.Count > Kills, $"only {started.Count} cases were started");

        await using var survivor = await LocalEngineHost.StartAsync(r => Victim.Register(r, ledger), folder.Database);
        foreach (var n in started)
            for (var i = 0; i < Victim.Events; i++)
                if (!raised.Contains((n, i)))
                    await survivor.Client.RaiseEventAsync($"case-{n}", "Event", i);

        foreach (var n in started)
        {
            var end = await survivor.Client.EndOfAsync($"case-{n}");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
            Assert.Matches("^a(b(c)?)?$", end.ReadOutputAs<string>());
        }
        var notes = (await File.ReadAllLinesAsync(ledger)).ToHashSet();
        Assert.Superset(started.SelectMany(n => Enumerable.Range(0, Victim.Events).Select(i => $"{n}:{i}")).ToHashSet(), notes);
        Assert.Equal(await Children(survivor.Client), await Cases(survivor.Client));
    }

    private static async Task<int> Cases(DurableTaskClient client) =>
        (await client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "case-", Statuses: [OrchestrationRuntimeStatus.Completed])).ToListAsync()).Count;

    private static async Task<int> Children(DurableTaskClient client) => (await client.GetAllInstancesAsync().ToListAsync()).Count(instance => instance.Name == "Close");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<List<string[]>> LiveAsync(string database, string ledger, int first, int lines)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", typeof(Victim).Assembly.Location, "victim", database, ledger, first.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var victim = Process.Start(start)!;
        var told = new List<string[]>();
        try
        {
            while (told.Count < lines && await victim.StandardOutput.ReadLineAsync().WaitAsync(Clients.Patience) is { } line)
                told.Add(line.Split(' '));
        }
        finally
        {
            victim.Kill();
            await victim.WaitForExitAsync();
        }
        Assert.True(told.Count >= lines, await victim.StandardError.ReadToEndAsync());
        // What was written before the kill was told as well; a last line may be cut.
        while (await victim.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split(' ') is { Length: > 1 } words && (words[0] == "started" ? words.Length == 2 : words.Length == 3))
                told.Add(words);
        return told;
    }
}
