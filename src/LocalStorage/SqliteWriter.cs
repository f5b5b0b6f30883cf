using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using TitleCertification.Storage;

namespace TitleCertification.LocalStorage;

/// <summary>
/// The one writer. Whatever waits when it is free goes into one transaction, and so shares one write to disk: the more callers at once, the less each costs.
/// Nobody is answered before the disk has acknowledged.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // Bounds the memory of waiting writes and the length of a transaction; callers beyond it wait their turn.
    private const int Capacity = 1_024;
    private const int GroupSize = 256;

    private readonly Channel<Work> _waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly Thread _thread;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Run) { IsBackground = true, Name = "storage writer" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="write"/> in a transaction that others may share. It must check before it changes: what it has changed is not undone by what it returns.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken)
    {
        var work = new Work<T>(write, cancellationToken);
        try
        {
            await _waiting.Writer.WriteAsync(work, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new StorageUnavailableException("The storage file is closed.", e);
        }

        return await work.Answer.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _thread.Join();
        lock (_connection)
            _connection.Dispose();
    }

    private void Run()
    {
        var group = new List<Work>(GroupSize);
        while (Next(group))
        {
            lock (_connection)
                Commit(group);
            foreach (var work in group)
                work.Acknowledge();
            group.Clear();
        }
    }

    private bool Next(List<Work> group)
    {
        var reader = _waiting.Reader;
        while (group.Count == 0)
        {
            if (!reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                return false;
            while (group.Count < GroupSize && reader.TryRead(out var work))
                if (!work.Abandoned)
                    group.Add(work);
        }

        return true;
    }

    private void Commit(List<Work> group)
    {
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            foreach (var work in group)
                work.Run(_connection);
            transaction.Commit();
        }
        catch (Exception e)
        {
            // Rolled back, or, when the commit itself failed, perhaps not: the callers are told that nobody knows.
            foreach (var work in group)
                work.Fail(new StorageUnavailableException($"The storage file cannot be written: {e.Message}", e));
        }
    }

    private abstract class Work
    {
        public abstract bool Abandoned { get; }

        public abstract void Run(SqliteConnection connection);

        public abstract void Acknowledge();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) : Work
    {
        // Continuations of the callers must not run on the writer's thread.
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Answer => _answer.Task;

        public override bool Abandoned => cancellationToken.IsCancellationRequested;

        public override void Run(SqliteConnection connection) => _result = write(connection);

        public override void Acknowledge() => _answer.TrySetResult(_result!);

        public override void Fail(Exception exception) => _answer.TrySetException(exception);
    }
}
