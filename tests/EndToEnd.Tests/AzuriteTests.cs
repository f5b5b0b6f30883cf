using Azure.Data.Tables;
using Azure.Storage.Blobs;
using TitleCertification.Testing;
using TitleCertification.Testing.Storage;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>The same path over the real storage SDKs. Only our process is killed: the emulator is no place to keep what was acknowledged.</summary>
public class AzuriteTests
{
    [Fact]
    public async Task Killed_AtRandomMoments_EveryCaseHasOneCertificateInItsContainer()
    {
        const int Cases = 24;
        await using var azurite = await Azurite.StartAsync();
        using var data = new TemporaryDirectory();
        await using var supervisor = new Supervisor(data.Path, "azurite", new Dictionary<string, string?> { ["AzureWebJobsStorage"] = azurite.ConnectionString });
        var drivers = Enumerable.Range(0, Cases).Select(i => new CaseDriver(supervisor, $"Trường số {i}")).ToList();

        using var done = new CancellationTokenSource();
        var killing = RandomKills.RunAsync(supervisor, most: 4, done.Token);
        var certified = new List<System.Text.Json.Nodes.JsonNode>();
        await Parallel.ForEachAsync(drivers, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (driver, _) =>
        {
            var state = await driver.RunAsync();
            lock (certified)
                certified.Add(state);
        });
        await done.CancelAsync();
        Assert.InRange(await killing, 1, 4);

        var numbers = certified.Select(state => state["certificate"]!["number"]!.GetValue<string>()).Order().ToList();
        Assert.Equal(Enumerable.Range(1, Cases).Select(i => $"DVHT-36-2025-{i:D5}"), numbers);
        await AssertStoredAsync(azurite.ConnectionString, numbers);
    }

    private static async Task AssertStoredAsync(string connection, List<string> numbers)
    {
        var container = new BlobServiceClient(connection, new(BlobClientOptions.ServiceVersion.V2025_05_05)).GetBlobContainerClient("certificates");
        var blobs = new List<string>();
        await foreach (var blob in container.GetBlobsAsync())
            blobs.Add(blob.Name);
        Assert.Equal(numbers.Select(number => $"2025/{number}/v1.pdf"), blobs.Order());

        var register = new TableClient(connection, "Register", new(TableClientOptions.ServiceVersion.V2020_12_06));
        var rows = new List<string>();
        await foreach (var row in register.QueryAsync<TableEntity>(row => row.PartitionKey == "36:2025:DVHT"))
            rows.Add(row.RowKey);
        Assert.Equal(numbers.Count, rows.Count(key => key.StartsWith("no:", StringComparison.Ordinal)));
        Assert.Equal(numbers.Count, rows.Count(key => key.StartsWith("app:", StringComparison.Ordinal)));

        var content = (await container.GetBlobClient(blobs[0]).DownloadContentAsync()).Value.Content;
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(content.ToArray(), 0, 4), StringComparison.Ordinal);
    }
}
