using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.RateLimits;

/// <summary>Tables that remember what they were asked for.</summary>
internal sealed class WatchedTables(ITables tables) : ITables
{
    private readonly List<string> requests = [];

    /// <summary>The kinds of requests of each round, in their order.</summary>
    public List<string> Rounds { get; } = [];

    /// <summary>Rows that were written, each time.</summary>
    public List<(string Partition, string Key)> Written { get; } = [];

    public void EndRound()
    {
        Rounds.Add(string.Join(' ', requests));
        requests.Clear();
    }

    public Task<StoredRow?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken = default)
    {
        requests.Add("read");
        return tables.ReadAsync(table, partition, key, cancellationToken);
    }

    public Task<IReadOnlyList<StoredRow>> ReadRangeAsync(string table, string partition, string fromKey, string toKey, int limit, CancellationToken cancellationToken = default)
    {
        requests.Add("range");
        return tables.ReadRangeAsync(table, partition, fromKey, toKey, limit, cancellationToken);
    }

    public Task<BatchResult> CommitAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken = default)
    {
        requests.Add("commit");
        Written.AddRange(changes.Select(change => (partition, change.Key)));
        return tables.CommitAsync(table, partition, changes, cancellationToken);
    }
}
