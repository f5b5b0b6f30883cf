using Microsoft.DurableTask;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>What a parent is told of a sub-orchestration's end, and who the children are.</summary>
internal static class Ends
{
    public static Message.Input Failed(int task, string id, string? failure)
    {
        failure ??= Failures.Text(new TaskFailureDetails("OrchestrationTerminated", $"The sub-orchestration '{id}' was terminated.", null, null, null));
        var kind = Failures.Read(failure).ErrorType == Failures.NoOrchestrator ? HistoryKind.TaskRefused : HistoryKind.TaskFailed;
        return new Message.Input(kind, task, null, failure);
    }

    /// <summary>A sub-orchestration that could not be started because its id is in use.</summary>
    public static Message.Input Refused(int task, string id) => new(HistoryKind.TaskRefused, task, null, Failures.Text(
        new global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException($"An instance with the id '{id}' exists and is not over.")));

    public static List<(string Id, long Seq)> Children(HistoryStore store, long seq, bool inFlightOnly) => store.Read(connection =>
    {
        var only = inFlightOnly ? " AND completed IS NULL" : "";
        using var command = HistoryStore.Command(connection, $"SELECT id, seq FROM instances WHERE parent_seq = $v{only}", seq);
        using var reader = command.ExecuteReader();
        var children = new List<(string, long)>();
        while (reader.Read())
            children.Add((reader.GetString(0), reader.GetInt64(1)));
        return children;
    });
}
