using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Storage.Batching;

/// <summary>Reads a run of numbers back and holds it to the allotter's promises, whatever has happened to it.</summary>
internal static class RunAudit
{
    public const string Table = "Register";

    public static NumberRun Run(int lingerMilliseconds = 0, string partition = "36:2026:LU") =>
        new(Table, partition, "counter", TimeSpan.FromMilliseconds(lingerMilliseconds));

    /// <summary>A key row <c>app:…</c> and a row of the register <c>no:…</c> that name each other.</summary>
    public static AllotmentRequest Request(string dossier) =>
        new($"app:{dossier}", number => new($"\"{dossier}\"", [new($"no:{number:D8}", $"\"{dossier}\"")]));

    /// <returns>The number of each key.</returns>
    public static async Task<Dictionary<string, long>> AuditAsync(ITables tables, NumberRun run)
    {
        var counter = Counter.Parse(await tables.ReadAsync(run.Table, run.Partition, run.CounterKey));
        var register = await tables.ReadRangeAsync(run.Table, run.Partition, "no:", "no;", 100_000);
        var keys = await tables.ReadRangeAsync(run.Table, run.Partition, "app:", "app;", 100_000);

        // Gapless: 1 to the counter, each once; and every number belongs to the key that says it has it.
        Assert.Equal(Enumerable.Range(1, (int)counter.Last).Select(number => $"no:{number:D8}"), register.Select(row => row.Key));
        Assert.Equal(register.Count, keys.Count);
        var allotted = keys.ToDictionary(row => row.Key["app:".Length..], row => AllottedRow.Parse(row.Body));
        Assert.All(allotted, pair => Assert.Equal($"\"{pair.Key}\"", pair.Value.Content));
        Assert.All(allotted, pair => Assert.Equal($"\"{pair.Key}\"", register[(int)pair.Value.Number - 1].Body));
        return allotted.ToDictionary(pair => pair.Key, pair => pair.Value.Number);
    }
}
