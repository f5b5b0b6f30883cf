using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// The file of a hub: its schema, its connections, and all reading. Readers see what is committed and never wait for the writer.
/// Only <see cref="CommitQueue"/> writes.
/// </summary>
internal sealed class HistoryStore : IDisposable
{
    private const int SchemaVersion = 1;
    private const string Columns =
        "i.seq, i.id, i.name, i.version, i.status, i.created, i.updated, i.completed, i.start_at, i.processed, i.custom_status, i.output, i.failure, i.tags, " +
        "i.parent_seq, i.parent_id, i.parent_name, i.parent_task";
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private readonly string _connectionString;
    private long _lastSeq;

    /// <exception cref="InvalidOperationException">The file belongs to another hub or to another version of the engine.</exception>
    public HistoryStore(string path, string taskHub)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        Writer = Open();
        Execute("PRAGMA journal_mode=WAL");
        Execute("PRAGMA synchronous=FULL");
        // A checkpoint copies the log into the file and syncs both; every 4,000 pages (16 MB) is rare enough not to be felt.
        Execute("PRAGMA wal_autocheckpoint=4000");
        Execute(Schema);
        Owned("task hub", taskHub);
        Owned("schema version", SchemaVersion.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _lastSeq = Read(c => Scalar(c, "SELECT coalesce(max(seq), 0) FROM instances"));

        void Owned(string name, string value)
        {
            using var command = Writer.CreateCommand();
            command.CommandText = "INSERT INTO meta VALUES ($name, $value) ON CONFLICT DO UPDATE SET value = value RETURNING value";
            command.Parameters.AddWithValue("$name", name);
            command.Parameters.AddWithValue("$value", value);
            if ((string)command.ExecuteScalar()! is var found && found != value)
                throw new InvalidOperationException($"{path} has the {name} '{found}', not '{value}'. Give this engine a database of its own.");
        }
    }

    public SqliteConnection Writer { get; }

    private static string Schema => """
        CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS instances(
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, version TEXT NOT NULL, status INTEGER NOT NULL,
            created INTEGER NOT NULL, updated INTEGER NOT NULL, completed INTEGER, start_at INTEGER, processed INTEGER NOT NULL,
            custom_status TEXT, output TEXT, failure TEXT, tags TEXT,
            parent_seq INTEGER, parent_id TEXT, parent_name TEXT, parent_task INTEGER);
        CREATE INDEX IF NOT EXISTS instances_in_flight ON instances(seq) WHERE completed IS NULL;
        CREATE INDEX IF NOT EXISTS instances_created ON instances(created, seq);
        CREATE INDEX IF NOT EXISTS instances_children ON instances(parent_seq) WHERE parent_seq IS NOT NULL;
        CREATE TABLE IF NOT EXISTS history(
            seq INTEGER NOT NULL, n INTEGER NOT NULL, kind INTEGER NOT NULL, task INTEGER NOT NULL, at INTEGER NOT NULL, name TEXT, data TEXT, target TEXT,
            PRIMARY KEY (seq, n)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS history_undelivered ON history(seq, n) WHERE kind = 23;
        """;

    /// <summary>The next identity of an instance.</summary>
    public long NextSeq() => Interlocked.Increment(ref _lastSeq);

    public InstanceRow? Find(string id, bool withInput = false) => Read(c => One(c, $"{Select(withInput)} WHERE i.id = $v", id));

    public InstanceRow? Find(long seq) => Read(c => One(c, $"{Select(false)} WHERE i.seq = $v", seq));

    /// <summary>The lines of the present execution, and what of earlier ones is left.</summary>
    public List<HistoryRow> History(long seq) => Read(c =>
    {
        using var command = Command(c, "SELECT n, kind, task, at, name, data, target FROM history WHERE seq = $v ORDER BY n", seq);
        using var reader = command.ExecuteReader();
        var rows = new List<HistoryRow>();
        while (reader.Read())
            rows.Add(new HistoryRow(
                reader.GetInt32(0), (HistoryKind)reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3), Text(reader, 4), Text(reader, 5), Text(reader, 6)));
        return rows;
    });

    /// <summary>Runs a read on a connection of its own.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        if (!_readers.TryTake(out var connection))
            connection = Open();
        try
        {
            return read(connection);
        }
        finally
        {
            _readers.Add(connection);
        }
    }

    public static string Select(bool withInput) =>
        $"SELECT {Columns}, {(withInput ? "(SELECT data FROM history h WHERE h.seq = i.seq AND h.kind = 1 ORDER BY n DESC LIMIT 1)" : "NULL")} FROM instances i";

    public static SqliteCommand Command(SqliteConnection connection, string sql, object? value = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null)
            command.Parameters.AddWithValue("$v", value);
        return command;
    }

    public static long Scalar(SqliteConnection connection, string sql, object? value = null)
    {
        using var command = Command(connection, sql, value);
        return (long)command.ExecuteScalar()!;
    }

    public static InstanceRow Instance(SqliteDataReader reader) => new()
    {
        Seq = reader.GetInt64(0),
        Id = reader.GetString(1),
        Name = reader.GetString(2),
        Version = reader.GetString(3),
        Status = (Microsoft.DurableTask.Client.OrchestrationRuntimeStatus)reader.GetInt32(4),
        Created = reader.GetInt64(5),
        Updated = reader.GetInt64(6),
        Completed = reader.IsDBNull(7) ? null : reader.GetInt64(7),
        StartAt = reader.IsDBNull(8) ? null : reader.GetInt64(8),
        Processed = reader.GetInt32(9),
        CustomStatus = Text(reader, 10),
        Output = Text(reader, 11),
        Failure = Text(reader, 12),
        Tags = Text(reader, 13),
        Parent = reader.IsDBNull(14) ? null : new ParentLink(reader.GetInt64(14), reader.GetString(15), reader.GetString(16), reader.GetInt32(17)),
        Input = Text(reader, 18),
    };

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        Writer.Dispose();
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static InstanceRow? One(SqliteConnection connection, string sql, object value)
    {
        using var command = Command(connection, sql, value);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Instance(reader) : null;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var wait = Command(connection, "PRAGMA busy_timeout=5000");
        wait.ExecuteNonQuery();
        return connection;
    }

    private void Execute(string sql)
    {
        using var command = Command(Writer, sql);
        command.ExecuteNonQuery();
    }
}
