using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// Puts back into memory what the file says is still to be done: activities without an end, timers, ends of sub-orchestrations
/// that did not reach their parent, events that did not reach their target, and instances with lines nobody has looked at.
/// Reads the histories of the instances in flight and of no other.
/// </summary>
internal sealed class Recovery(EngineParts parts)
{
    /// <summary>Internal for the test that looks at its query plan.</summary>
    internal const string InFlight = """
        SELECT i.seq, i.id, i.processed, i.start_at, h.n, h.kind, h.task, h.at
        FROM instances i JOIN history h ON h.seq = i.seq WHERE i.completed IS NULL ORDER BY i.seq, h.n
        """;

    internal const string Undelivered = "SELECT seq, n, name, data, target FROM history WHERE kind = 23 ORDER BY seq, n";

    private readonly Dictionary<int, (int N, HistoryKind Kind, long At)> _open = [];
    private int _activities;

    public void Run()
    {
        var instances = 0;
        parts.Store.Read(connection =>
        {
            using var command = HistoryStore.Command(connection, InFlight);
            using var reader = command.ExecuteReader();
            Instance? instance = null;
            while (reader.Read())
            {
                if (instance?.Seq != reader.GetInt64(0))
                {
                    Resume(instance);
                    instances++;
                    instance = new Instance(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetInt64(3));
                }
                Take(instance, reader.GetInt32(4), (HistoryKind)reader.GetInt32(5), reader.GetInt32(6), reader.GetInt64(7));
            }
            Resume(instance);
            return instances;
        });
        var events = parts.Store.Read(Send);
        if (instances > 0)
            parts.Loggers.CreateLogger<DurableEngine>().LogInformation(
                "Task hub {Hub} continues {Instances} instances, {Activities} activities and {Events} events", parts.Options.TaskHub, instances, _activities, events);
    }

    private void Take(Instance instance, int n, HistoryKind kind, int task, long at)
    {
        switch (kind)
        {
            case HistoryKind.Started:
                _open.Clear();
                instance.LastInput = n;
                break;
            case HistoryKind.ActivityScheduled or HistoryKind.SubOrchestrationScheduled or HistoryKind.TimerScheduled:
                _open[task] = (n, kind, at);
                break;
            case HistoryKind.TimerCanceled:
                _open.Remove(task);
                break;
            case HistoryKind.EventRaised:
                instance.LastInput = n;
                break;
            case HistoryKind.TaskCompleted or HistoryKind.TaskFailed or HistoryKind.TaskRefused or HistoryKind.TimerFired:
                _open.Remove(task);
                instance.LastInput = n;
                break;
        }
    }

    private void Resume(Instance? instance)
    {
        if (instance is null)
            return;
        foreach (var (task, (n, kind, at)) in _open.OrderBy(open => open.Key))
        {
            if (kind == HistoryKind.TimerScheduled)
                parts.Timers.Add(instance.Id, instance.Seq, task, at);
            else if (kind == HistoryKind.ActivityScheduled)
                Repeat(instance, task, n);
            else
                AskAfterChild(instance, task, n);
        }
        if (instance.StartAt > parts.Now)
            parts.Timers.Add(instance.Id, instance.Seq, DurableTimers.DelayedStart, instance.StartAt.Value);
        else if (instance.LastInput > instance.Processed)
            parts.Directory.Deliver(instance.Id, instance.Seq, new Message.Wake());
        _open.Clear();
    }

    private void Repeat(Instance instance, int task, int n)
    {
        var (name, data, _) = Line(instance.Seq, n);
        _activities++;
        parts.Activities.Enqueue(new ActivityWork(instance.Id, instance.Seq, task, name!, data));
    }

    private void AskAfterChild(Instance instance, int task, int n)
    {
        var (_, _, id) = Line(instance.Seq, n);
        var child = parts.Store.Find(id!);
        if (child?.Parent is not { } parent || parent.Seq != instance.Seq || parent.Task != task)
            parts.Directory.Deliver(instance.Id, instance.Seq, Ends.Refused(task, id!));
        else if (child.Completed is not null)
            parts.Directory.Deliver(instance.Id, instance.Seq, child.Status == Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Completed
                ? new Message.Input(HistoryKind.TaskCompleted, task, null, child.Output)
                : Ends.Failed(task, id!, child.Failure));
    }

    private (string? Name, string? Data, string? Target) Line(long seq, int n) => parts.Store.Read(connection =>
    {
        using var command = HistoryStore.Command(connection, "SELECT name, data, target FROM history WHERE seq = $v AND n = $n", seq);
        command.Parameters.AddWithValue("$n", n);
        using var reader = command.ExecuteReader();
        reader.Read();
        return (Text(reader, 0), Text(reader, 1), Text(reader, 2));
    });

    private int Send(SqliteConnection connection)
    {
        using var command = HistoryStore.Command(connection, Undelivered);
        using var reader = command.ExecuteReader();
        var sent = 0;
        for (; reader.Read(); sent++)
            parts.Directory.Send(Text(reader, 4)!, new Message.Input(
                HistoryKind.EventRaised, -1, Text(reader, 2), Text(reader, 3), Sender: (reader.GetInt64(0), reader.GetInt32(1))));
        return sent;
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private sealed record Instance(long Seq, string Id, int Processed, long? StartAt)
    {
        public int LastInput { get; set; } = -1;
    }
}
