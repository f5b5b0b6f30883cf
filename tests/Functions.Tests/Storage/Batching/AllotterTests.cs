using TitleCertification.Functions.Storage.Batching;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;
using TitleCertification.Testing.Storage;

namespace TitleCertification.Functions.Tests.Storage.Batching;

public sealed class AllotterTests : IAsyncLifetime, IDisposable
{
    private readonly SqliteStorageProvider _storage = new(SqliteStorageProvider.InMemory);
    private readonly Faults _faults = new();
    private Allotter _allotter = null!;

    private ITables Tables => _storage.Tables;

    public async Task InitializeAsync()
    {
        await _storage.PrepareAsync([RunAudit.Table], []);
        _allotter = NewProcess();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _allotter.Dispose();
        _storage.Dispose();
    }

    // What a second process has: nothing of the first one's memory.
    private Allotter NewProcess() => new(new FaultyTables(Tables, _faults), TimeProvider.System);

    [Fact]
    public async Task Allot_FirstOfARun_IsNumberOneInTwoRequestsAndTheNextInOne()
    {
        Assert.Equal(new(1, "\"a\"", false), await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a")));
        Assert.Equal(2, _faults.Requests);
        Assert.Equal(new(2, "\"b\"", false), await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("b")));
        Assert.Equal(3, _faults.Requests);
        await RunAudit.AuditAsync(Tables, RunAudit.Run());
    }

    [Fact]
    public async Task Allot_SameKeyAgain_GivesTheFirstNumberAndContent()
    {
        await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a"));
        await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("b"));

        var again = RunAudit.Request("a") with { Rows = _ => new("\"something else\"", []) };
        Assert.Equal(new(1, "\"a\"", true), await _allotter.AllotAsync(RunAudit.Run(), again));
        Assert.Equal(new(1, "\"a\"", true), await NewProcess().AllotAsync(RunAudit.Run(), again));
        await RunAudit.AuditAsync(Tables, RunAudit.Run());
    }

    [Fact]
    public async Task Allot_SameKeyManyTimesAtOnce_IsAllottedOnceAndSaidToOneCaller()
    {
        var allotments = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _allotter.AllotAsync(RunAudit.Run(5), RunAudit.Request("a"))));

        Assert.Single(allotments, allotment => !allotment.AllottedBefore);
        Assert.All(allotments, allotment => Assert.Equal(1, allotment.Number));
        Assert.Single(await RunAudit.AuditAsync(Tables, RunAudit.Run()));
    }

    [Fact]
    public async Task Allot_ManyAtOnce_ShareBatches()
    {
        // No request is answered before all have asked.
        var asked = new TaskCompletionSource();
        _faults.Latency = _ => asked.Task;
        var allotting = Enumerable.Range(0, 490).Select(i => _allotter.AllotAsync(RunAudit.Run(20), RunAudit.Request($"d{i}"))).ToList();
        asked.SetResult();
        var allotments = await Task.WhenAll(allotting);

        Assert.Equal(Enumerable.Range(1, 490), allotments.Select(allotment => (int)allotment.Number).Order());
        Assert.True(_faults.Requests <= 25, $"{_faults.Requests} requests for 490 numbers of two rows each");
        await RunAudit.AuditAsync(Tables, RunAudit.Run());
    }

    [Fact]
    public async Task Allot_RowsThatCannotBeStored_FailAloneWithoutAGap()
    {
        await Tables.CommitAsync(RunAudit.Table, RunAudit.Run().Partition, [new RowChange.Insert("taken", "1")]);
        _faults.Latency = _ => Task.Delay(5);
        AllotmentRequest[] bad =
        [
            new("app:throws", _ => throw new FormatException("no rows")),
            new("app:nojson", _ => new("{", [])),
            new("app:long", _ => new($"\"{new string('x', Limits.BodyLength)}\"", [])),
            new("app:twice", _ => new("1", [new("x", "1"), new("x", "1")])),
            new("app:counter", _ => new("1", [new("counter", "1")])),
            new("app:many", _ => new("1", [.. Enumerable.Range(0, 100).Select(i => new RowChange.Insert($"m{i}", "1"))])),
            new("app:taken", _ => new("1", [new("taken", "1")])),
        ];

        var good = Enumerable.Range(0, 20).Select(i => _allotter.AllotAsync(RunAudit.Run(20), RunAudit.Request($"d{i}"))).ToList();
        var failing = bad.Select(request => Record.ExceptionAsync(() => _allotter.AllotAsync(RunAudit.Run(20), request))).ToList();
        good.AddRange(Enumerable.Range(20, 20).Select(i => _allotter.AllotAsync(RunAudit.Run(20), RunAudit.Request($"d{i}"))));

        Assert.Equal(Enumerable.Range(1, 40), (await Task.WhenAll(good)).Select(allotment => (int)allotment.Number).Order());
        Assert.All(await Task.WhenAll(failing), Assert.NotNull);
        Assert.IsType<FormatException>(await failing[0]);
        Assert.IsType<InvalidOperationException>(await failing[^1]);
        Assert.Equal(40, (await RunAudit.AuditAsync(Tables, RunAudit.Run())).Count);
    }

    [Fact]
    public async Task Allot_AnswerLost_IsResolvedByTheCounterAlone()
    {
        var lost = 0;
        _faults.Plan = request => request.IsWrite && lost++ == 0 ? Fault.After : Fault.None;

        Assert.Equal(new(1, "\"a\"", false), await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a")));

        Assert.Equal(3, _faults.Requests); // counter, batch, counter
        await RunAudit.AuditAsync(Tables, RunAudit.Run());
    }

    [Fact]
    public async Task Allot_AnswerLostAndAnotherProcessWentOn_FindsItsOwnNumber()
    {
        var lost = 0;
        _faults.Plan = request => request.IsWrite && lost++ == 0 ? Fault.After : request.Ordinal == 3 ? Fault.LostRace : Fault.None;
        _faults.Rival = async (_, tables) =>
        {
            using var other = new Allotter(tables, TimeProvider.System);
            await other.AllotAsync(RunAudit.Run(), RunAudit.Request("rival"));
        };

        Assert.Equal(1, (await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a"))).Number);

        Assert.Equal(new() { ["a"] = 1, ["rival"] = 2 }, await RunAudit.AuditAsync(Tables, RunAudit.Run()));
    }

    [Fact]
    public async Task Allot_LostRace_TakesTheNextNumber()
    {
        await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a"));
        var raced = 0;
        _faults.Plan = request => request.IsWrite && raced++ < 6 ? Fault.LostRace : Fault.None;
        _faults.Rival = async (request, tables) =>
        {
            using var other = new Allotter(tables, TimeProvider.System);
            await other.AllotAsync(RunAudit.Run(), RunAudit.Request($"rival{request.Ordinal}"));
        };

        Assert.Equal(8, (await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("b"))).Number);
        Assert.Equal(8, (await RunAudit.AuditAsync(Tables, RunAudit.Run())).Count);
    }

    [Fact]
    public async Task Allot_RivalAllotsTheSameKeyFirst_GivesTheRivalsNumber()
    {
        _faults.Plan = request => request.IsWrite && request.Ordinal == 2 ? Fault.LostRace : Fault.None;
        _faults.Rival = async (_, tables) =>
        {
            using var other = new Allotter(tables, TimeProvider.System);
            await other.AllotAsync(RunAudit.Run(), RunAudit.Request("a"));
        };

        Assert.Equal(new(1, "\"a\"", true), await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a")));
        Assert.Single(await RunAudit.AuditAsync(Tables, RunAudit.Run()));
    }

    [Fact]
    public async Task Allot_LastingOutage_TellsTheCallerAndRecovers()
    {
        _faults.Plan = _ => Fault.Before;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a")));

        _faults.Plan = _ => Fault.None;
        Assert.Equal(1, (await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a"))).Number);
    }

    [Fact]
    public async Task Allot_CallerCancelsDuringTheFlush_TheNumberIsAllottedAndFoundAgain()
    {
        using var cancel = new CancellationTokenSource();
        var reached = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _faults.Latency = request =>
        {
            if (!request.IsWrite)
                return Task.CompletedTask;
            reached.TrySetResult();
            return go.Task;
        };
        var waiting = _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a"), cancel.Token);
        await reached.Task;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        go.SetResult();

        Assert.Equal(new(1, "\"a\"", true), await _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a")));
    }

    [Fact]
    public async Task Allot_KeysAgainstTheLimits_AreRefusedAtOnce()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a/b")));
        await Assert.ThrowsAsync<ArgumentException>(() => _allotter.AllotAsync(RunAudit.Run(), RunAudit.Request("a") with { Key = "counter" }));
        await Assert.ThrowsAsync<ArgumentException>(() => _allotter.AllotAsync(RunAudit.Run(partition: ""), RunAudit.Request("a")));
        Assert.Equal(0, _faults.Requests);
    }
}
