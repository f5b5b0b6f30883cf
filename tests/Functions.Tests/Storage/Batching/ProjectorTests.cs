using TitleCertification.Functions.Storage.Batching;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;
using TitleCertification.Testing.Storage;

namespace TitleCertification.Functions.Tests.Storage.Batching;

public sealed class ProjectorTests : IAsyncLifetime, IDisposable
{
    private const string Table = "WorkQueue";
    private const string Partition = "district:356";

    private readonly SqliteStorageProvider _storage = new(SqliteStorageProvider.InMemory);
    private readonly Faults _faults = new();

    public Task InitializeAsync() => _storage.PrepareAsync([Table], []);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    private Projector Projector(int linger = 0) => new(new FaultyTables(_storage.Tables, _faults), TimeProvider.System, TimeSpan.FromMilliseconds(linger));

    private async Task<Dictionary<string, string>> Rows() =>
        (await _storage.Tables.ReadRangeAsync(Table, Partition, "", "\uffff", 10_000)).ToDictionary(row => row.Key, row => row.Body);

    [Fact]
    public async Task Write_PutsAndRemoves_AreThereAndGone()
    {
        using var projector = Projector();
        await projector.WriteAsync(Table, Partition, [new Projection.Put("a", "1"), new Projection.Put("b", "1")]);
        await projector.WriteAsync(Table, Partition, [new Projection.Put("a", "2"), new Projection.Remove("b")]);

        Assert.Equal(new() { ["a"] = "2" }, await Rows());
        Assert.Equal(2, _faults.Requests);
    }

    [Fact]
    public async Task Write_RemovalsOfWhatIsGone_AreFineAndDoNotHoldUpTheRest()
    {
        using var projector = Projector();
        await projector.WriteAsync(Table, Partition, [new Projection.Remove("x"), new Projection.Put("a", "1"), new Projection.Remove("y")]);
        await projector.WriteAsync(Table, Partition, [new Projection.Remove("x")]);

        Assert.Equal(new() { ["a"] = "1" }, await Rows());
    }

    [Fact]
    public async Task Write_ManyCasesAtOnce_ShareBatches()
    {
        using var projector = Projector(linger: 30);
        // No request is answered before all have been asked for.
        var asked = new TaskCompletionSource();
        _faults.Latency = _ => asked.Task;
        var writing = Enumerable.Range(0, 400).Select(i => projector.WriteAsync(Table, Partition, [new Projection.Put($"k{i:D3}", "1")])).ToList();
        asked.SetResult();
        await Task.WhenAll(writing);

        Assert.Equal(400, (await Rows()).Count);
        // The first, and all that came while it was under way.
        Assert.InRange(_faults.Requests, 4, 5);
    }

    [Fact]
    public async Task Write_SeveralCallsOnOneKey_EndAsTheLastCameIn()
    {
        using var projector = Projector(linger: 10);
        _faults.Latency = _ => Task.Delay(2);
        List<Task> writes = [];
        for (var i = 0; i < 200; i++)
        {
            Projection row = i % 3 == 2 ? new Projection.Remove("k") : new Projection.Put("k", $"{i}");
            writes.Add(projector.WriteAsync(Table, Partition, [row, new Projection.Put($"own{i:D3}", "1")]));
        }

        await Task.WhenAll(writes);
        var rows = await Rows();
        Assert.Equal("199", rows["k"]);
        Assert.Equal(201, rows.Count);
    }

    [Fact]
    public async Task Write_CallsTooLargeToShare_AreNotSplit()
    {
        using var projector = Projector(linger: 10);
        var commits = new System.Collections.Concurrent.ConcurrentBag<int>();
        _faults.Plan = request =>
        {
            commits.Add(request.Changes.Count);
            return Fault.None;
        };
        _faults.Latency = _ => Task.Delay(5);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(call => projector.WriteAsync(
            Table, Partition, [.. Enumerable.Range(0, 60).Select(i => new Projection.Put($"c{call}r{i:D2}", new string('x', 9_000)))])));

        Assert.Equal(600, (await Rows()).Count);
        Assert.All(commits, count => Assert.Equal(60, count));
    }

    [Fact]
    public async Task Write_RowsAgainstTheLimits_FailAlone()
    {
        using var projector = Projector();
        var good = projector.WriteAsync(Table, Partition, [new Projection.Put("a", "1")]);
        await Assert.ThrowsAsync<ArgumentException>(() => projector.WriteAsync(Table, Partition, [new Projection.Put("a/b", "1")]));
        await Assert.ThrowsAsync<ArgumentException>(() => projector.WriteAsync(Table, Partition, [new Projection.Put("b", "1"), new Projection.Remove("b")]));
        await Assert.ThrowsAsync<ArgumentException>(() => projector.WriteAsync(Table, Partition, []));

        await good;
        Assert.Equal(new() { ["a"] = "1" }, await Rows());
    }

    [Fact]
    public async Task Write_StorageRefusesOneCallForAnUnknownReason_TheOthersAreWritten()
    {
        using var projector = Projector(linger: 10);
        _faults.Latency = _ => Task.Delay(5);
        _faults.Plan = request => request.Changes.Any(change => change.Key == "poison") ? throw new NotSupportedException() : Fault.None;

        var writes = Enumerable.Range(0, 20).Select(i => projector.WriteAsync(Table, Partition, [new Projection.Put(i == 7 ? "poison" : $"k{i:D2}", "1")])).ToList();

        await Assert.ThrowsAsync<NotSupportedException>(() => writes[7]);
        await Task.WhenAll(writes.Where((_, i) => i != 7));
        Assert.Equal(19, (await Rows()).Count);
    }

    [Fact]
    public async Task Write_Outage_IsToldAndARepeatWrites()
    {
        using var projector = Projector();
        _faults.Plan = _ => Fault.After;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => projector.WriteAsync(Table, Partition, [new Projection.Put("a", "1"), new Projection.Remove("b")]));

        _faults.Plan = _ => Fault.None;
        await projector.WriteAsync(Table, Partition, [new Projection.Put("a", "1"), new Projection.Remove("b")]);
        Assert.Equal(new() { ["a"] = "1" }, await Rows());
    }
}
