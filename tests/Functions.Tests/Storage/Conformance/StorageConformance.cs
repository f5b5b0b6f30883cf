using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Storage.Conformance;

/// <summary>
/// What every storage must hold to: each sentence of <see cref="ITables"/>, <see cref="IBlobs"/> and <see cref="Limits"/>. One class below each storage runs it.
/// Every test works in a partition of its own, so that all of them can share one storage.
/// </summary>
public abstract partial class StorageConformance(IStorageSource source) : IAsyncLifetime
{
    protected const string Table = "Conformance";
    protected const string Container = "conformance";

    private readonly string _partition = $"p{Guid.NewGuid():N}";
    private IStorageProvider _storage = null!;

    private ITables Tables => _storage.Tables;

    private IBlobs Blobs => _storage.Blobs;

    public async Task InitializeAsync()
    {
        _storage = await source.OpenAsync();
        await _storage.PrepareAsync([Table], [Container]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private Task<StoredRow?> Read(string key) => Tables.ReadAsync(Table, _partition, key);

    private Task<BatchResult> Commit(params RowChange[] changes) => Tables.CommitAsync(Table, _partition, changes);

    private async Task<IReadOnlyDictionary<string, string>> Apply(params RowChange[] changes) =>
        Assert.IsType<BatchResult.Applied>(await Commit(changes)).ETags;

    private async Task<string[]> Keys(string from, string to, int limit = 1000) =>
        [.. (await Tables.ReadRangeAsync(Table, _partition, from, to, limit)).Select(row => row.Key)];

    private static BatchResult.Conflict Conflict(string key, ConflictKind kind) => new(key, kind);
}

/// <summary>Where a conformance suite gets its storage from.</summary>
public interface IStorageSource
{
    Task<IStorageProvider> OpenAsync();
}
