namespace TitleCertification.Storage;

/// <summary>
/// Rows in tables, a row being a JSON document under (table, partition, key). The only questions the app may ask: a point read, a
/// range inside one partition, and one conditional batch in one partition. Keys compare by ordinal.
/// </summary>
/// <remarks>
/// Guarantees, held over every implementation by one conformance suite: a batch is applied whole or not at all; an acknowledged
/// batch is read by every later read; two batches that expect the same etag never both succeed. An outage or a time-out is an exception
/// (<see cref="StorageUnavailableException"/>) after which the batch may or may not have been applied: read before repeating.
/// </remarks>
public interface ITables
{
    /// <returns>The row, or null where there is none.</returns>
    /// <exception cref="ArgumentException">A name or key breaks <see cref="Limits"/>; every method of this interface says so before it asks storage anything.</exception>
    /// <exception cref="InvalidOperationException">The table was not among those prepared: a mistake in the program.</exception>
    Task<StoredRow?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken = default);

    /// <summary>Rows of one partition with <paramref name="fromKey"/> &lt;= key &lt; <paramref name="toKey"/>, in key order, at most <paramref name="limit"/>.</summary>
    /// <remarks>The bounds need not be keys: they may hold characters that a key may not, and be longer. Each thousand rows may be read at another moment.</remarks>
    Task<IReadOnlyList<StoredRow>> ReadRangeAsync(
        string table, string partition, string fromKey, string toKey, int limit, CancellationToken cancellationToken = default);

    /// <summary>Applies all changes (1 to <see cref="Limits.BatchSize"/>, each key once, bodies together within <see cref="Limits.BatchLength"/>) or none.</summary>
    /// <remarks>A cancelled call, like one that timed out, may have been applied. No implementation repeats a batch by itself.</remarks>
    Task<BatchResult> CommitAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken = default);
}

/// <summary>A row as stored. <paramref name="ETag"/> changes with every write and is opaque.</summary>
public sealed record StoredRow(string Key, string Body, string ETag);

/// <summary>One change of a batch.</summary>
public abstract record RowChange(string Key)
{
    /// <summary>Conflict when the key exists.</summary>
    public sealed record Insert(string Key, string Body) : RowChange(Key);

    /// <summary>Conflict when the row is gone or its etag is another.</summary>
    public sealed record Replace(string Key, string Body, string ETag) : RowChange(Key);

    /// <summary>Writes whatever was there before.</summary>
    public sealed record Upsert(string Key, string Body) : RowChange(Key);

    /// <summary>Conflict when the row is gone, or, where <paramref name="ETag"/> is given, when its etag is another.</summary>
    public sealed record Delete(string Key, string? ETag = null) : RowChange(Key);
}

/// <summary>The answer to a batch: applied, with the new etags by key, or refused because of one of its changes.</summary>
public abstract record BatchResult
{
    private BatchResult() { }

    /// <param name="ETags">The etag of every row inserted, replaced or upserted.</param>
    public sealed record Applied(IReadOnlyDictionary<string, string> ETags) : BatchResult;

    /// <summary>Nothing was applied. <paramref name="Key"/> is the first change found in conflict; others may be too.</summary>
    public sealed record Conflict(string Key, ConflictKind Kind) : BatchResult;
}

public enum ConflictKind
{
    /// <summary>Insert of a key that exists.</summary>
    Exists,

    /// <summary>Replace or delete of a row that is not there.</summary>
    Missing,

    /// <summary>Replace or delete of a row that somebody else has written since it was read.</summary>
    Changed,
}
