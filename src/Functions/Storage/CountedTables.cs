using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage;

/// <summary>Counts what passes through: see <see cref="StorageMeter"/>.</summary>
internal sealed class CountedTables(ITables tables) : ITables
{
    public Task<StoredRow?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken = default)
    {
        StorageMeter.Count("read", table);
        return tables.ReadAsync(table, partition, key, cancellationToken);
    }

    public Task<IReadOnlyList<StoredRow>> ReadRangeAsync(
        string table, string partition, string fromKey, string toKey, int limit, CancellationToken cancellationToken = default)
    {
        StorageMeter.Count("range", table);
        return tables.ReadRangeAsync(table, partition, fromKey, toKey, limit, cancellationToken);
    }

    public Task<BatchResult> CommitAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken = default)
    {
        StorageMeter.Count("commit", table);
        return tables.CommitAsync(table, partition, changes, cancellationToken);
    }
}
