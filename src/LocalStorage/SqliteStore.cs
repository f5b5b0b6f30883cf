using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TitleCertification.LocalStorage;

/// <summary>The open file: one writer that everybody's writes go through, and readers that see what has been committed.</summary>
internal sealed class SqliteStore : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS names (name TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS rows (
            tbl TEXT NOT NULL, partition TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (tbl, partition, key));
        CREATE TABLE IF NOT EXISTS blobs (
            container TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (container, name));
        CREATE TABLE IF NOT EXISTS version (last INTEGER NOT NULL);
        INSERT INTO version SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM version);
        PRAGMA user_version = 1;
        """;

    private readonly ConcurrentDictionary<string, bool> _prepared = new(StringComparer.Ordinal);
    private readonly string _connectionString;
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;

    public SqliteStore(string path)
    {
        // Pooling would keep connections open after they are disposed; the readers are pooled here instead, with their statements.
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString();
        var connection = Connect();
        try
        {
            CreateSchema(connection);
            foreach (var name in connection.Strings("SELECT name FROM names"))
                _prepared[name] = true;
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        // A memory database lives and dies with its connection: readers then share the writer's, in turn.
        _readers = new SqliteReaders(path == SqliteStorageProvider.InMemory ? () => connection : Connect, shared: path == SqliteStorageProvider.InMemory ? connection : null);
        _writer = new SqliteWriter(connection);
        Tables = new SqliteTables(this, _writer, _readers);
        Blobs = new SqliteBlobs(this, _writer, _readers);
    }

    public SqliteTables Tables { get; }

    public SqliteBlobs Blobs { get; }

    public async Task PrepareAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (names.All(_prepared.ContainsKey))
            return;
        await _writer.RunAsync(
            connection =>
            {
                foreach (var name in names)
                    connection.Execute("INSERT OR IGNORE INTO names VALUES ($name)", ("$name", name));
                return true;
            },
            cancellationToken);
        foreach (var name in names)
            _prepared[name] = true;
    }

    /// <exception cref="InvalidOperationException">Nobody has prepared a table or container of this name.</exception>
    public void CheckPrepared(string name)
    {
        if (!_prepared.ContainsKey(name))
            throw new InvalidOperationException($"The table or container '{name}' was not prepared.");
    }

    public void Dispose()
    {
        _writer.Dispose();
        _readers.Dispose();
    }

    private static void CreateSchema(SqliteConnection connection)
    {
        // Written once: a second process that opens the file finds it done and takes no lock.
        if (connection.Number("PRAGMA user_version") == 1)
            return;
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(Schema);
        transaction.Commit();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        // secure_delete: what is deleted or erased must not stay readable in free pages of the file.
        connection.Execute("PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
        return connection;
    }
}
