using System.Globalization;
using System.Text.Json.Nodes;
using TitleCertification.Testing;
using TitleCertification.Testing.Providers;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>
/// SIGKILL anywhere: every fact that is told is told, to a gateway that counts. It may come a second time only when the process is killed between the gateway's
/// answer and the mark, and then under the same key (docs/adr/0171).
/// </summary>
public class NotificationKillTests
{
    private static readonly string[] Told = ["Certified", "Received"];

    /// <summary>Before the first storage request of the path, the fourth, ... until the path is over before it comes to that; then those between.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_BetweenAnyTwoStorageRequests_TellsEachFactOnce(int first)
    {
        var killed = 0;
        for (var request = first; request < 200; request += 3)
        {
            await using var gateway = await FakeGateway.StartAsync();
            using var data = new TemporaryDirectory();
            // What the killed process had claimed comes back soon; a slow one that lives keeps what it has claimed for as long as everywhere.
            await using var supervisor = new Supervisor(data.Path, settings: Settings(gateway), firstSettings: new Dictionary<string, string?>(Settings(gateway, leaseSeconds: 10))
            {
                ["FAULT_KILL_AT"] = request.ToString(CultureInfo.InvariantCulture),
            });
            var driver = new CaseDriver(supervisor);
            await driver.RunAsync();
            await UntilToldAsync(supervisor, gateway, 2);

            await AssertOutcomesAsync(supervisor, data.Path, "Sent", 2);
            Assert.Equal(Told, gateway.Requests.DistinctBy(sent => sent.Key).Select(Kind).Order());
            Assert.All(gateway.Requests, sent => Assert.StartsWith(driver.Dossier + ".", sent.Key, StringComparison.Ordinal));
            // Both may share a mark: killed at it, both go out once more, word for word. Nothing does without a kill.
            Assert.All(gateway.Requests.GroupBy(sent => sent.Key), sent => Assert.InRange(sent.Count(), 1, supervisor.Starts));
            Assert.Equal(2, gateway.Requests.DistinctBy(sent => sent.Body).Count());
            if (supervisor.Starts == 1)
                break;
            killed++;
        }

        // The path makes more than twenty requests: fewer kills mean that the fault was not injected.
        Assert.InRange(killed, 6, 60);
    }

    [Fact]
    public async Task Killed_AtRandomMoments_TellsEveryFactOfSixtyCases()
    {
        const int Cases = 60;
        await using var gateway = await FakeGateway.StartAsync();
        using var data = new TemporaryDirectory();
        await using var supervisor = new Supervisor(data.Path, settings: Settings(gateway, leaseSeconds: 2));
        var drivers = Enumerable.Range(0, Cases).Select(i => new CaseDriver(supervisor, $"Trường số {i}")).ToList();

        using var done = new CancellationTokenSource();
        var killing = RandomKills.RunAsync(supervisor, most: 8, done.Token);
        await Parallel.ForEachAsync(drivers, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (driver, _) => await driver.RunAsync());
        await UntilToldAsync(supervisor, gateway, Cases * 2);
        await done.CancelAsync();
        await killing;

        await AssertOutcomesAsync(supervisor, data.Path, "Sent", Cases * 2);
        var facts = gateway.Requests.DistinctBy(sent => sent.Key).ToList();
        Assert.Equal(Cases * 2, facts.Count);
        Assert.Equal(
            drivers.SelectMany(driver => Told.Select(kind => $"{driver.Dossier} {kind}")).Order(StringComparer.Ordinal),
            facts.Select(sent => $"{sent.Key.Split(".2.applicant")[0].Split(".8.applicant")[0]} {Kind(sent)}").Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, string?> Settings(FakeGateway gateway, int? leaseSeconds = null) => new()
    {
        ["Sms__Webhook"] = gateway.Address.ToString(),
        ["Sms__Key"] = "0123456789abcdef",
        ["TEST_LEASE_SECONDS"] = leaseSeconds?.ToString(CultureInfo.InvariantCulture),
    };

    private static async Task UntilToldAsync(Supervisor supervisor, FakeGateway gateway, int facts) => await Patience.UntilAsync(async () =>
    {
        await SendAsync(supervisor);
        return gateway.Requests.DistinctBy(sent => sent.Key).Count() >= facts;
    }, () => $"Only {gateway.Requests.Count} were told.\n{supervisor.LastOutput}", TimeSpan.FromMinutes(4));

    /// <summary>One row for each fact that is told, and nothing left to send.</summary>
    private static async Task AssertOutcomesAsync(Supervisor supervisor, string data, string outcome, int count)
    {
        // A repetition waits for its lease to end.
        await Patience.UntilAsync(async () => await SendAsync(supervisor) == 0, () => $"Something is left to send.\n{supervisor.LastOutput}");
        await supervisor.KillAsync();
        using var storage = LocalFiles.Open(data);
        var rows = await storage.Tables.ReadRangeAsync("Messages", "messages", "msg:", "msg;", 1000);
        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.Equal(outcome, (string)JsonNode.Parse(row.Body)!["outcome"]!));
        Assert.Empty(await storage.Tables.ReadRangeAsync("Messages", "messages", "failed:", "failed;", 10));
    }

    /// <returns>How many are left.</returns>
    private static async Task<int> SendAsync(Supervisor supervisor) =>
        (await supervisor.AskAsync(api => api.SendAsync(HttpMethod.Post, "api/testing/messages"))).Json.GetValue<int>();

    private static string Kind(GatewayRequest request) => (string)JsonNode.Parse(request.Body)!["kind"]!;
}
