using System.Globalization;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>SIGKILL anywhere: every case still ends with exactly one certificate under one register number, and the numbers have no gap.</summary>
public class KillTests
{
    /// <summary>Before the first storage request of the path, the fourth, ... until the path is over before it comes to that; then those between.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_BetweenAnyTwoStorageRequests_EndsWithOneCertificate(int first)
    {
        var killed = 0;
        for (var request = first; request < 200; request += 3)
        {
            using var data = new TemporaryDirectory();
            await using var supervisor = new Supervisor(data.Path, firstSettings: new Dictionary<string, string?>
            {
                ["FAULT_KILL_AT"] = request.ToString(CultureInfo.InvariantCulture),
            });
            var driver = new CaseDriver(supervisor);

            var certified = await driver.RunAsync();

            Assert.Equal("DVHT-36-2025-00001", certified["certificate"]!["number"]!.GetValue<string>());
            await Ledger.AssertGaplessAsync(supervisor, data.Path, [driver.Dossier]);
            if (supervisor.Starts == 1)
                break;
            killed++;
        }

        // The path makes some fifteen requests: fewer kills mean that the fault was not injected.
        Assert.InRange(killed, 4, 60);
    }

    [Fact]
    public async Task Killed_AtRandomMoments_TwoHundredCasesHaveGaplessNumbers()
    {
        const int Cases = 200;
        using var data = new TemporaryDirectory();
        await using var supervisor = new Supervisor(data.Path);
        var districts = new[] { ("361-tt-lieu-de", "361"), ("360-tt-lam", "360"), ("366-xa-hai-long", "366") };
        var drivers = Enumerable.Range(0, Cases).Select(i => new CaseDriver(supervisor, $"Trường số {i}", districts[i % 3].Item1, districts[i % 3].Item2)).ToList();

        using var done = new CancellationTokenSource();
        var killing = RandomKills.RunAsync(supervisor, most: 12, done.Token);
        await Parallel.ForEachAsync(drivers, new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (driver, _) => await driver.RunAsync());
        await done.CancelAsync();
        var kills = await killing;

        Assert.InRange(kills, 3, 1000);
        await Ledger.AssertGaplessAsync(supervisor, data.Path, [.. drivers.Select(driver => driver.Dossier)]);
    }
}
