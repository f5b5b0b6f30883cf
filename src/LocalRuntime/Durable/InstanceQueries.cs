using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>Lists instances in order of creation, a page at a time, from where the last page ended.</summary>
internal static class InstanceQueries
{
    public static Page<InstanceRow> Page(HistoryStore store, OrchestrationQuery query, string? token, int size) => store.Read(connection =>
    {
        using var command = Filtered(
            connection, HistoryStore.Select(query.FetchInputsAndOutputs), query.CreatedFrom, query.CreatedTo, query.Statuses, query.InstanceIdPrefix, token);
        command.CommandText += " ORDER BY i.created, i.seq LIMIT $limit";
        command.Parameters.AddWithValue("$limit", size + 1);
        using var reader = command.ExecuteReader();
        var rows = new List<InstanceRow>();
        while (reader.Read())
            rows.Add(HistoryStore.Instance(reader));
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        return new Page<InstanceRow>(rows, more ? string.Create(CultureInfo.InvariantCulture, $"{rows[^1].Created}:{rows[^1].Seq}") : null);
    });

    /// <summary>Some finished instances that a purge is to forget, the oldest first.</summary>
    public static List<long> Finished(HistoryStore store, PurgeInstancesFilter filter, long after, int limit) => store.Read(connection =>
    {
        using var command = Filtered(connection, "SELECT i.seq FROM instances i", filter.CreatedFrom, filter.CreatedTo, filter.Statuses, null, null);
        command.CommandText += " AND i.completed IS NOT NULL AND i.seq > $after ORDER BY i.seq LIMIT $limit";
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var found = new List<long>();
        while (reader.Read())
            found.Add(reader.GetInt64(0));
        return found;
    });

    /// <exception cref="ArgumentException">The token is none that a page gave.</exception>
    private static SqliteCommand Filtered(
        SqliteConnection connection, string select, DateTimeOffset? from, DateTimeOffset? to, IEnumerable<OrchestrationRuntimeStatus>? statuses, string? prefix, string? token)
    {
        var command = connection.CreateCommand();
        var where = new StringBuilder(select).Append(" WHERE true");
        Where(" AND i.created >= $from", "$from", from?.UtcTicks);
        Where(" AND i.created <= $to", "$to", to?.UtcTicks);
        if (!string.IsNullOrEmpty(prefix))
            Where(" AND substr(i.id, 1, length($prefix)) = $prefix", "$prefix", prefix);
        if (statuses?.ToList() is { Count: > 0 } wanted)
            where.Append(" AND i.status IN (").AppendJoin(',', wanted.Select(status => (int)status)).Append(')');
        if (token is not null)
        {
            if (token.Split(':') is not [var created, var seq] || !long.TryParse(created, CultureInfo.InvariantCulture, out var at) || !long.TryParse(seq, CultureInfo.InvariantCulture, out var last))
                throw new ArgumentException($"'{token}' is not a continuation token of this list.", nameof(token));
            Where(" AND (i.created, i.seq) > ($at, $last)", "$at", at);
            command.Parameters.AddWithValue("$last", last);
        }
        command.CommandText = where.ToString();
        return command;

        void Where(string condition, string name, object? value)
        {
            if (value is null)
                return;
            where.Append(condition);
            command.Parameters.AddWithValue(name, value);
        }
    }
}
