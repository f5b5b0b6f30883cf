using Microsoft.Extensions.Time.Testing;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Storage;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Drafts;

public sealed class DraftTableTests : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
    private SqliteStorageProvider storage = null!;
    private DraftTable drafts = null!;

    private ITables Tables => storage.Tables;

    public async Task InitializeAsync()
    {
        storage = new(Path.Combine(directory.Path, "storage.db"));
        await storage.PrepareAsync(TableNames.All, ContainerNames.All, default);
        drafts = new(storage.Tables, clock);
    }

    public Task DisposeAsync()
    {
        storage.Dispose();
        directory.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Save_ThenReadWithTheCode_IsWhatWasSaved()
    {
        var code = await drafts.CreateAsync("0912345678", default);
        var stored = (await drafts.ReadAsync(code, default))!;
        Assert.True(await drafts.SaveAsync(stored, stored.Draft with { HolderName = "Gia đình ông Trần Văn Bình", Year = 2025 }, default));

        var again = (await drafts.ReadAsync(DraftCode.Parse(code.Grouped)!, default))!.Draft;
        Assert.Equal(("Gia đình ông Trần Văn Bình", 2025, "0912345678"), (again.HolderName, again.Year, again.Phone));
        // The etag of before: another window was first.
        Assert.False(await drafts.SaveAsync(stored, stored.Draft with { Year = 2024 }, default));
    }

    [Fact]
    public async Task Row_WithoutTheCode_TellsNothing()
    {
        var code = await drafts.CreateAsync("0912345678", default);
        var stored = (await drafts.ReadAsync(code, default))!;
        await drafts.SaveAsync(stored, stored.Draft with { HolderName = "Canary Trần" }, default);

        var row = Assert.Single(await Tables.ReadRangeAsync(TableNames.Drafts, code.Partition, "", "g", 10));
        Assert.DoesNotContain("Canary", row.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", row.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Text, row.Key + row.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await drafts.ReadAsync(DraftCode.New(new(2026, 3, 2)), default));
    }

    [Fact]
    public async Task Draft_AfterThirtyDays_IsGoneAndThenDeleted()
    {
        var old = await drafts.CreateAsync("0912345678", default);
        clock.Advance(DraftTable.Lifetime - TimeSpan.FromSeconds(1));
        var young = await drafts.CreateAsync("0912345678", default);
        Assert.NotNull(await drafts.ReadAsync(old, default));
        Assert.Equal(0, await drafts.DeleteExpiredAsync(default));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await drafts.ReadAsync(old, default));
        Assert.Equal(1, await drafts.DeleteExpiredAsync(default));
        Assert.Null(await Tables.ReadAsync(TableNames.Drafts, old.Partition, old.RowKey));
        Assert.NotNull(await drafts.ReadAsync(young, default));
    }

    [Fact]
    public async Task DeleteExpired_MoreThanAPage_DeletesAll()
    {
        for (var i = 0; i < 130; i++)
            await Tables.CommitAsync(TableNames.Drafts, "draft-7", [new RowChange.Insert(i.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
                $$"""{"expires":"{{(i % 2 == 0 ? "2026-01-01" : "2027-01-01")}}T00:00:00+00:00","sealed":""}""")]);

        Assert.Equal(65, await drafts.DeleteExpiredAsync(default));
        Assert.Equal(65, (await Tables.ReadRangeAsync(TableNames.Drafts, "draft-7", "", "g", 200)).Count);
    }
}
