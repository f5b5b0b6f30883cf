using System.Diagnostics;
using Azure.Data.Tables;
using TitleCertification.Testing;

namespace TitleCertification.Bench;

/// <summary>What the emulator does by itself, asked by the same client library with as many requests at once.</summary>
/// <param name="PointInserts">Single rows of the size of an application, a second.</param>
/// <param name="Batches">Batches of one such row and two facts, a second.</param>
internal sealed record EmulatorRate(double PointInserts, double Batches)
{
    private const int Requests = 3_000;
    private const int Parallel = 48;

    public static async Task<EmulatorRate> MeasureAsync(ServiceProcess service, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        var connection = await http.GetStringAsync("api/testing/storage", cancellationToken);
        var table = new TableClient(connection, "RawRate");
        await table.CreateIfNotExistsAsync(cancellationToken);
        var run = Guid.NewGuid().ToString("N");
        var body = new string('x', 3_000);
        var fact = new string('x', 400);

        // Warm up both, then measure.
        await TimeAsync(300, i => table.AddEntityAsync(Row($"{run}-warm{i}", "state", body), cancellationToken), cancellationToken);
        var inserts = await TimeAsync(Requests, i => table.AddEntityAsync(Row($"{run}-point{i}", "state", body), cancellationToken), cancellationToken);
        var batches = await TimeAsync(Requests / 2, i => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row($"{run}-batch{i}", "state", body)),
            new(TableTransactionActionType.Add, Row($"{run}-batch{i}", "fact:1", fact)),
            new(TableTransactionActionType.Add, Row($"{run}-batch{i}", "fact:2", fact)),
        ], cancellationToken), cancellationToken);
        return new(inserts, batches);
    }

    public static EmulatorRate Best(EmulatorRate one, EmulatorRate other) =>
        new(Math.Max(one.PointInserts, other.PointInserts), Math.Max(one.Batches, other.Batches));

    private static TableEntity Row(string partition, string row, string body) => new(partition, row) { ["Body"] = body };

    private static async Task<double> TimeAsync(int requests, Func<int, Task> ask, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await System.Threading.Tasks.Parallel.ForAsync(
            0, requests, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken }, async (i, _) => await ask(i));
        return requests / watch.Elapsed.TotalSeconds;
    }
}
