using System.Globalization;
using Microsoft.Data.Sqlite;
using TitleCertification.Storage;

namespace TitleCertification.LocalStorage;

/// <summary>Rows in SQLite. An etag is a number that the file never hands out twice.</summary>
internal sealed class SqliteTables(SqliteStore store, SqliteWriter writer, SqliteReaders readers) : ITables
{
    public Task<StoredRow?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken = default)
    {
        Limits.CheckTable(table);
        Limits.CheckKey(partition);
        Limits.CheckKey(key);
        store.CheckPrepared(table);
        return readers.ReadAsync(
            connection =>
            {
                var rows = Rows(connection, "SELECT key, version, body FROM rows WHERE tbl = $table AND partition = $partition AND key = $key",
                    ("$table", table), ("$partition", partition), ("$key", key));
                return rows.Count == 0 ? null : rows[0];
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<StoredRow>> ReadRangeAsync(
        string table, string partition, string fromKey, string toKey, int limit, CancellationToken cancellationToken = default)
    {
        Limits.CheckTable(table);
        Limits.CheckKey(partition);
        Limits.CheckRange(fromKey, toKey, limit);
        store.CheckPrepared(table);
        return readers.ReadAsync<IReadOnlyList<StoredRow>>(
            connection => Rows(
                connection,
                "SELECT key, version, body FROM rows WHERE tbl = $table AND partition = $partition AND key >= $from AND key < $to ORDER BY key LIMIT $limit",
                ("$table", table), ("$partition", partition), ("$from", fromKey), ("$to", toKey), ("$limit", limit)),
            cancellationToken);
    }

    public Task<BatchResult> CommitAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken = default)
    {
        Limits.CheckTable(table);
        Limits.CheckKey(partition);
        Limits.CheckBatch(changes);
        store.CheckPrepared(table);
        return writer.RunAsync<BatchResult>(connection => Commit(connection, table, partition, changes), cancellationToken);
    }

    private static BatchResult Commit(SqliteConnection connection, string table, string partition, IReadOnlyList<RowChange> changes)
    {
        // Every condition first, then every change: a refused batch leaves nothing to undo in a transaction that others share.
        foreach (var change in changes)
            if (change is not RowChange.Upsert && Conflict(change, Version(connection, table, partition, change.Key)) is { } kind)
                return new BatchResult.Conflict(change.Key, kind);

        var last = connection.Number("UPDATE version SET last = last + $count RETURNING last", ("$count", changes.Count));
        var etags = new Dictionary<string, string>(changes.Count, StringComparer.Ordinal);
        for (var i = 0; i < changes.Count; i++)
        {
            var key = changes[i].Key;
            if (changes[i].Body() is { } body)
            {
                var version = last - i;
                connection.Execute(
                    "INSERT INTO rows VALUES ($table, $partition, $key, $version, $body) " +
                    "ON CONFLICT DO UPDATE SET version = excluded.version, body = excluded.body",
                    ("$table", table), ("$partition", partition), ("$key", key), ("$version", version), ("$body", body));
                etags[key] = ETag(version);
            }
            else
            {
                connection.Execute("DELETE FROM rows WHERE tbl = $table AND partition = $partition AND key = $key",
                    ("$table", table), ("$partition", partition), ("$key", key));
            }
        }

        return new BatchResult.Applied(etags);
    }

    private static ConflictKind? Conflict(RowChange change, long? version) => (change, version) switch
    {
        (RowChange.Insert, null) => null,
        (RowChange.Insert, _) => ConflictKind.Exists,
        (_, null) => ConflictKind.Missing,
        (RowChange.Replace replace, { } at) => replace.ETag == ETag(at) ? null : ConflictKind.Changed,
        (RowChange.Delete { ETag: { } etag }, { } at) => etag == ETag(at) ? null : ConflictKind.Changed,
        _ => null,
    };

    private static long? Version(SqliteConnection connection, string table, string partition, string key) => connection.NumberOrNull(
        "SELECT version FROM rows WHERE tbl = $table AND partition = $partition AND key = $key", ("$table", table), ("$partition", partition), ("$key", key));

    private static List<StoredRow> Rows(SqliteConnection connection, string sql, params ReadOnlySpan<(string, object)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<StoredRow>();
        while (reader.Read())
            rows.Add(new(reader.GetString(0), reader.GetString(2), ETag(reader.GetInt64(1))));
        return rows;
    }

    private static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);
}
