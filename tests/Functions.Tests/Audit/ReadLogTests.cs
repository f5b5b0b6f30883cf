using Microsoft.Extensions.Logging.Abstractions;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Tests.Applications;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Audit;

public sealed class ReadLogTests : IAsyncLifetime
{
    private static readonly Actor Reviewer = new("idp|person/1", "A", [new(Role.DistrictReviewer, "361")]);
    private static readonly Actor Auditor = new("auditor", "B", [new(Role.Auditor, "36")]);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private Cases cases = null!;
    private ReadLog log = null!;
    private ReadLogReader reader = null!;

    public async Task InitializeAsync()
    {
        cases = await Cases.CreateAsync();
        (log, reader) = (NewLog(cases.Tables), new(cases.Tables));
    }

    public Task DisposeAsync()
    {
        log.Dispose();
        cases.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Opened_Case_IsStoredBeforeItIsShown()
    {
        var (one, other) = (await OpenCaseAsync(1), await OpenCaseAsync(2));
        await log.OpenedAsync(Reviewer, one, "/api/applications/x", CancellationToken.None);
        cases.Clock.Advance(TimeSpan.FromMinutes(1));
        await log.OpenedAsync(Auditor, one, "/api/applications/x", CancellationToken.None);
        await log.OpenedAsync(Auditor, other, "/api/applications/y", CancellationToken.None);

        var ofCase = (await reader.OfCaseAsync(one.Dossier, null, 10, CancellationToken.None)).Reads;
        Assert.Equal([("idp|person/1", "stage:district"), ("auditor", "role:Auditor")], ofCase.Select(read => (read.Person, read.Why)));
        Assert.All(ofCase, read => Assert.Equal((one.Dossier.ToString(), "361-tt-lieu-de", Today), (read.Dossier, read.Unit, read.Day)));
        Assert.Equal(3, (await reader.OfDayAsync(Today, null, null, 10, CancellationToken.None)).Reads.Count);
        Assert.Equal(2, (await reader.OfDayAsync(Today, PeopleTable.KeyOf("auditor"), null, 10, CancellationToken.None)).Reads.Count);
        Assert.Empty((await reader.OfDayAsync(Today.AddDays(1), null, null, 10, CancellationToken.None)).Reads);

        var first = await reader.OfDayAsync(Today, null, null, 2, CancellationToken.None);
        Assert.Single((await reader.OfDayAsync(Today, null, first.Next, 2, CancellationToken.None)).Reads);
    }

    [Fact]
    public async Task Listed_ManyTimes_IsOneRecordOfAllThatWasSeen()
    {
        await log.ListedAsync(Reviewer, Role.DistrictReviewer, "361", ["a", "b"], CancellationToken.None);
        await log.ListedAsync(Reviewer, Role.DistrictReviewer, "361", ["b", "c"], CancellationToken.None);
        await log.ListedAsync(Reviewer, Role.DistrictReviewer, "361", [], CancellationToken.None);

        // As at a clean stop.
        await log.StopAsync(CancellationToken.None);

        var record = Assert.Single((await reader.OfDayAsync(Today, PeopleTable.KeyOf(Reviewer.Id), null, 10, CancellationToken.None)).Reads);
        Assert.Equal(["a", "b", "c"], record.Listed!);
        Assert.Equal(("queue DistrictReviewer:361", "role:DistrictReviewer", "361"), (record.What, record.Why, record.Unit));
    }

    [Fact]
    public async Task Listed_TooMuchForTheGathering_IsStoredAtOnce()
    {
        await log.ListedAsync(Reviewer, Role.DistrictReviewer, "361", [.. Enumerable.Range(0, 6_000).Select(i => $"H40.361-260302-{i:D4}")], CancellationToken.None);

        var reads = (await reader.OfDayAsync(Today, null, null, 100, CancellationToken.None)).Reads;
        Assert.Equal(6_000, reads.Sum(read => read.Listed!.Count));
    }

    [Fact]
    public async Task StorageAway_NothingIsShown_AndListsAreKeptForLater()
    {
        var away = new AwayTables(cases.Tables) { IsAway = true };
        using var failing = NewLog(away);
        await failing.ListedAsync(Reviewer, Role.DistrictReviewer, "361", ["a"], CancellationToken.None);

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await failing.OpenedAsync(Reviewer, await OpenCaseAsync(1), "x", CancellationToken.None));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => failing.FlushAsync(CancellationToken.None));
        await failing.ListedAsync(Reviewer, Role.DistrictReviewer, "361", ["b"], CancellationToken.None);
        away.IsAway = false;
        await failing.FlushAsync(CancellationToken.None);

        Assert.Equal(["a", "b"], Assert.Single((await reader.OfDayAsync(Today, null, null, 10, CancellationToken.None)).Reads).Listed!);
    }

    private ReadLog NewLog(ITables tables) => new(tables, cases.Clock, NullLogger<ReadLog>.Instance);

    private async Task<Application> OpenCaseAsync(int order)
    {
        var dossier = Cases.Dossier(order);
        await cases.SubmitAsync(dossier);
        await cases.RecordAsync(dossier, new Fact.ApplicationReceived(), new Fact.StageOpened(0, new(2026, 3, 16)));
        return (await cases.Table.ReadAsync(dossier, CancellationToken.None))!;
    }

    private sealed class AwayTables(ITables tables) : ITables
    {
        public bool IsAway { get; set; }

        public Task<StoredRow?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken = default) =>
            tables.ReadAsync(table, partition, key, cancellationToken);

        public Task<IReadOnlyList<StoredRow>> ReadRangeAsync(string table, string partition, string fromKey, string toKey, int limit, CancellationToken cancellationToken = default) =>
            tables.ReadRangeAsync(table, partition, fromKey, toKey, limit, cancellationToken);

        public Task<BatchResult> CommitAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken = default) =>
            IsAway ? throw new StorageUnavailableException("Away.") : tables.CommitAsync(table, partition, changes, cancellationToken);
    }
}
