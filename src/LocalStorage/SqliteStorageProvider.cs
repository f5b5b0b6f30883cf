using Microsoft.Data.Sqlite;
using TitleCertification.Storage;

namespace TitleCertification.LocalStorage;

/// <summary>
/// Tables and blobs in one SQLite file, for an office on one machine. What <see cref="ITables.CommitAsync"/> or <see cref="IBlobs.WriteOnceAsync"/> has
/// acknowledged survives a killed process and a power cut (WAL, <c>synchronous=FULL</c>). Several processes may share the file, at the price of waiting for each other.
/// </summary>
public sealed class SqliteStorageProvider : IStorageProvider, IDisposable
{
    /// <summary>Instead of a path: nothing is kept, the rows die with this object. For tests.</summary>
    public const string InMemory = ":memory:";

    private readonly Lazy<SqliteStore> _store;

    /// <param name="path">The file; it and its folder are made when first used. Or <see cref="InMemory"/>.</param>
    public SqliteStorageProvider(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _store = new(() => Open(path));
    }

    public string Name => "sqlite";

    public ITables Tables => _store.Value.Tables;

    public IBlobs Blobs => _store.Value.Blobs;

    public async Task PrepareAsync(IReadOnlyCollection<string> tables, IReadOnlyCollection<string> containers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(containers);
        foreach (var table in tables)
            Limits.CheckTable(table);
        foreach (var container in containers)
            Limits.CheckContainer(container);
        await _store.Value.PrepareAsync([.. tables, .. containers], cancellationToken);
    }

    public void Dispose()
    {
        if (_store.IsValueCreated)
            _store.Value.Dispose();
    }

    private static SqliteStore Open(string path)
    {
        try
        {
            if (path != InMemory && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            return new SqliteStore(path);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"The storage file {path} cannot be opened: {e.Message}", e);
        }
    }
}
