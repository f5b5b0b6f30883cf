using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Testing.Storage;

/// <summary>Any tables, with faults. Who may do what is read when it is not at hand, and so at no fixed place of a path: those requests are not counted.</summary>
public sealed class FaultyTables(ITables tables, Faults faults) : ITables
{
    public Task<StoredRow?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken = default) =>
        table == TableNames.People ? tables.ReadAsync(table, partition, key, cancellationToken) : faults.PassAsync("read", table, partition, [], tables, () => tables.ReadAsync(table, partition, key, cancellationToken));

    public Task<IReadOnlyList<StoredRow>> ReadRangeAsync(
        string table, string partition, string fromKey, string toKey, int limit, CancellationToken cancellationToken = default) =>
        table == TableNames.People ? tables.ReadRangeAsync(table, partition, fromKey, toKey, limit, cancellationToken) : faults.PassAsync("range", table, partition, [], tables, () => tables.ReadRangeAsync(table, partition, fromKey, toKey, limit, cancellationToken));

    public Task<BatchResult> CommitAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken = default) =>
        table == TableNames.People ? tables.CommitAsync(table, partition, changes, cancellationToken) : faults.PassAsync("commit", table, partition, changes, tables, () => tables.CommitAsync(table, partition, changes, cancellationToken));
}
