using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using TitleCertification.Storage;

namespace TitleCertification.LocalStorage;

/// <summary>Connections for reading, lent out one caller at a time; as many as ever read at once.</summary>
internal sealed class SqliteReaders(Func<SqliteConnection> connect, SqliteConnection? shared) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _disposed;

    /// <summary>Runs at once, on the caller's thread: a point read takes microseconds.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        try
        {
            return Task.FromResult(shared is null ? Read(read) : ReadShared(read));
        }
        catch (SqliteException e)
        {
            return Task.FromException<T>(new StorageUnavailableException($"The storage file cannot be read: {e.Message}", e));
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    private T ReadShared<T>(Func<SqliteConnection, T> read)
    {
        lock (shared!)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return read(shared);
        }
    }

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_idle.TryTake(out var connection))
            connection = connect();
        try
        {
            return read(connection);
        }
        finally
        {
            if (_disposed)
                connection.Dispose();
            else
                _idle.Add(connection);
        }
    }
}
