using System.Diagnostics;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;
using TitleCertification.Testing.Storage;

namespace TitleCertification.Functions.Tests.Storage;

/// <summary>What only the file can show: that it lasts.</summary>
public sealed class SqliteStorageTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("storage-");

    private string File => Path.Combine(_directory.FullName, "storage.db");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Open_Again_FindsRowsBlobsAndETags()
    {
        string etag;
        using (var first = new SqliteStorageProvider(File))
        {
            await first.PrepareAsync(["Rows"], ["blobs"]);
            etag = ((BatchResult.Applied)await first.Tables.CommitAsync("Rows", "p", [new RowChange.Insert("a", "1")])).ETags["a"];
            await first.Blobs.WriteOnceAsync("blobs", "b", "x"u8.ToArray(), "text/plain");
        }

        using var second = new SqliteStorageProvider(File);
        Assert.Equal(new StoredRow("a", "1", etag), await second.Tables.ReadAsync("Rows", "p", "a"));
        Assert.False(await second.Blobs.WriteOnceAsync("blobs", "b", "y"u8.ToArray(), "text/plain"));
        var replaced = (BatchResult.Applied)await second.Tables.CommitAsync("Rows", "p", [new RowChange.Replace("a", "2", etag)]);
        Assert.NotEqual(etag, replaced.ETags["a"]);
    }

    [Fact]
    public async Task TwoOpenings_OfOneFile_NeverBothWinAnETag()
    {
        using var first = new SqliteStorageProvider(File);
        using var second = new SqliteStorageProvider(File);
        await first.PrepareAsync(["Rows"], []);
        await second.PrepareAsync(["Rows"], []);
        for (var round = 0; round < 20; round++)
        {
            var etag = ((BatchResult.Applied)await first.Tables.CommitAsync("Rows", "p", [new RowChange.Upsert("a", "1")])).ETags["a"];
            var results = await Task.WhenAll(
                Task.Run(() => first.Tables.CommitAsync("Rows", "p", [new RowChange.Replace("a", "2", etag)])),
                Task.Run(() => second.Tables.CommitAsync("Rows", "p", [new RowChange.Replace("a", "3", etag)])));
            Assert.Single(results, result => result is BatchResult.Applied);
        }
    }

    [Fact]
    public async Task Kill_WhileWriting_KeepsEverythingAcknowledgedAndNoHalfBatch()
    {
        var acknowledged = new List<(string Kind, string Partition, string Number)>();
        foreach (var life in new[] { 1, 2, 3, 41, 300, 2_000 })
            acknowledged.AddRange(await WriteUntilKilledAsync(life));

        using var storage = new SqliteStorageProvider(File);
        foreach (var (kind, partition, number) in acknowledged)
        {
            if (kind == "blob")
                Assert.NotNull(await storage.Blobs.ReadAsync(RowWriter.Container, $"{partition}/{number}"));
            Assert.NotNull(await storage.Tables.ReadAsync(RowWriter.Table, partition, $"{number}:left"));
            Assert.NotNull(await storage.Tables.ReadAsync(RowWriter.Table, partition, $"{number}:right"));
        }

        foreach (var partition in acknowledged.Select(row => row.Partition).Distinct())
        {
            var rows = await storage.Tables.ReadRangeAsync(RowWriter.Table, partition, "0", ":", 100_000);
            Assert.All(rows.GroupBy(row => row.Body), pair => Assert.Equal(2, pair.Count()));
        }
    }

    [Fact]
    public async Task Open_PathThatCannotBeAFile_SaysSo()
    {
        using var storage = new SqliteStorageProvider(_directory.FullName);

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.PrepareAsync([], []));
        Assert.Contains(_directory.FullName, failure.Message, StringComparison.Ordinal);
    }

    private async Task<List<(string Kind, string Partition, string Number)>> WriteUntilKilledAsync(int acknowledgements)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(RowWriter).Assembly.Location, RowWriter.Command, File, $"{acknowledgements}" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var read = new List<(string, string, string)>();
        while (await process.StandardOutput.ReadLineAsync() is { } line && line.Split(' ') is [var kind, var partition, var number])
            read.Add((kind, partition, number));
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal(acknowledgements, read.Count);
        return read;
    }
}
