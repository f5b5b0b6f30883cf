using Microsoft.Data.Sqlite;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>The prepared statements of the writer.</summary>
internal sealed class StoreStatements(SqliteConnection connection) : IDisposable
{
    private readonly List<SqliteCommand> _all = [];
    private SqliteCommand? _insertInstance, _insertHistory, _update, _deleteInstance, _deleteHistory, _clear, _delivered, _begin, _commit, _rollback;

    /// <summary>Writes all of it or, when this throws, nothing.</summary>
    public void InOneTransaction(List<WorkUnit> units)
    {
        // Plain statements: a transaction object would have to be set on every prepared command, every time.
        Run(_begin ??= Prepare("BEGIN IMMEDIATE", 0));
        try
        {
            foreach (var unit in units)
                foreach (var write in unit.Writes)
                    Apply(write);
            Run(_commit ??= Prepare("COMMIT", 0));
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    private void RollBack()
    {
        try
        {
            Run(_rollback ??= Prepare("ROLLBACK", 0));
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already, as it does when the disk is full.
        }
    }

    private void Apply(StoreWrite write)
    {
        switch (write)
        {
            case StoreWrite.InsertHistory(var seq, var row):
                Run(_insertHistory ??= Prepare("INSERT INTO history VALUES ($0, $1, $2, $3, $4, $5, $6, $7)", 8),
                    seq, row.N, (int)row.Kind, row.Task, row.At, row.Name, row.Data, row.Target);
                break;
            case StoreWrite.UpdateInstance update:
                Run(_update ??= Prepare(
                    "UPDATE instances SET status = $1, updated = $2, processed = $3, custom_status = $4, output = $5, failure = $6, completed = $7 WHERE seq = $0", 8),
                    update.Seq, (int)update.Status, update.Updated, update.Processed, update.CustomStatus, update.Output, update.Failure, update.Completed);
                break;
            case StoreWrite.InsertInstance(var row):
                Run(_insertInstance ??= Prepare(
                    "INSERT INTO instances VALUES ($0, $1, $2, $3, $4, $5, $6, NULL, $7, $8, NULL, NULL, NULL, $9, $10, $11, $12, $13)", 14),
                    row.Seq, row.Id, row.Name, row.Version, (int)row.Status, row.Created, row.Updated, row.StartAt, row.Processed, row.Tags,
                    row.Parent?.Seq, row.Parent?.Id, row.Parent?.Name, row.Parent?.Task);
                break;
            case StoreWrite.DeleteFinished(var seq, var deleted):
                var gone = Run(_deleteInstance ??= Prepare("DELETE FROM instances WHERE seq = $0 AND completed IS NOT NULL", 1), seq) > 0;
                if (gone)
                    Run(_deleteHistory ??= Prepare("DELETE FROM history WHERE seq = $0", 1), seq);
                deleted?.Invoke(gone);
                break;
            case StoreWrite.ClearHistory(var seq):
                Run(_clear ??= Prepare("DELETE FROM history WHERE seq = $0 AND kind <> 23", 1), seq);
                break;
            case StoreWrite.MarkDelivered(var seq, var n):
                Run(_delivered ??= Prepare("UPDATE history SET kind = 25 WHERE seq = $0 AND n = $1", 2), seq, n);
                break;
            default:
                throw new InvalidOperationException($"The writer does not know {write}.");
        }
    }

    public void Dispose()
    {
        foreach (var command in _all)
            command.Dispose();
    }

    private static int Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        _all.Add(command);
        return command;
    }
}
