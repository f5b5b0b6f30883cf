using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Azure;

/// <summary>Rows in Azure Table storage. Reads are repeated by the client, batches never (ADR 0030).</summary>
internal sealed class AzureTables(TableServiceClient reading, TableServiceClient writing) : ITables
{
    // Azure hands out a thousand rows a page at most.
    private const int PageSize = 1_000;

    private readonly ConcurrentDictionary<string, TableClient> _reading = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TableClient> _writing = new(StringComparer.Ordinal);

    public async Task<StoredRow?> ReadAsync(string table, string partition, string key, CancellationToken cancellationToken = default)
    {
        Limits.CheckKey(partition);
        Limits.CheckKey(key);
        var client = Reading(table);
        try
        {
            var found = await client.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
            if (found.HasValue)
                return AzureRow.ToRow(found.Value!);

            // The SDK answers "no value" to a missing table too.
            return ErrorCode(found.GetRawResponse()) == TableErrorCode.TableNotFound
                ? throw AzureFailure.NotPrepared(table, new RequestFailedException(found.GetRawResponse()))
                : null;
        }
        catch (Exception e) when (AzureFailure.IsOutage(e, cancellationToken))
        {
            throw AzureFailure.Outage(reading.Uri, e);
        }
    }

    public async Task<IReadOnlyList<StoredRow>> ReadRangeAsync(
        string table, string partition, string fromKey, string toKey, int limit, CancellationToken cancellationToken = default)
    {
        Limits.CheckKey(partition);
        Limits.CheckRange(fromKey, toKey, limit);
        var client = Reading(table);
        if (string.CompareOrdinal(fromKey, toKey) >= 0)
            return [];

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {fromKey} and RowKey lt {toKey}");
        var rows = new List<StoredRow>();
        try
        {
            await foreach (var entity in client.QueryAsync<TableEntity>(filter, Math.Min(limit, PageSize), cancellationToken: cancellationToken))
            {
                rows.Add(AzureRow.ToRow(entity));
                if (rows.Count == limit)
                    break;
            }

            return rows;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            throw AzureFailure.NotPrepared(table, e);
        }
        catch (Exception e) when (AzureFailure.IsOutage(e, cancellationToken))
        {
            throw AzureFailure.Outage(reading.Uri, e);
        }
    }

    public async Task<BatchResult> CommitAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken = default)
    {
        Limits.CheckKey(partition);
        Limits.CheckBatch(changes);
        var client = Writing(table);
        try
        {
            // A single change as an entity operation: a transaction of one costs the service, and the emulator much more, the parsing of a multipart body.
            return changes.Count == 1
                ? await CommitOneAsync(client, partition, changes[0], cancellationToken)
                : await CommitManyAsync(client, partition, changes, cancellationToken);
        }
        catch (TableTransactionFailedException e) when (Conflict(e, IndexIn(e, changes.Count), changes) is { } conflict)
        {
            return conflict;
        }
        catch (RequestFailedException e) when (changes.Count == 1 && Conflict(e, 0, changes) is { } conflict)
        {
            return conflict;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            throw AzureFailure.NotPrepared(table, e);
        }
        catch (Exception e) when (AzureFailure.IsOutage(e, cancellationToken))
        {
            throw AzureFailure.Outage(writing.Uri, e);
        }
    }

    private static async Task<BatchResult> CommitOneAsync(TableClient client, string partition, RowChange change, CancellationToken cancellationToken)
    {
        var response = change switch
        {
            RowChange.Insert insert => await client.AddEntityAsync(AzureRow.ToEntity(partition, insert.Key, insert.Body), cancellationToken),
            RowChange.Replace replace => await client.UpdateEntityAsync(
                AzureRow.ToEntity(partition, replace.Key, replace.Body), new ETag(replace.ETag), TableUpdateMode.Replace, cancellationToken),
            RowChange.Upsert upsert => await client.UpsertEntityAsync(
                AzureRow.ToEntity(partition, upsert.Key, upsert.Body), TableUpdateMode.Replace, cancellationToken),
            RowChange.Delete delete => await client.DeleteEntityAsync(partition, delete.Key, AzureRow.Expected(delete), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };

        // The SDK takes the deletion of what is not there for a success; the seam does not.
        if (response.IsError)
            throw new RequestFailedException(response);
        return new BatchResult.Applied(ETags([change], [response]));
    }

    private static async Task<BatchResult> CommitManyAsync(
        TableClient client, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        var actions = changes.Select(change => AzureRow.ToAction(partition, change));
        var response = await client.SubmitTransactionAsync(actions, cancellationToken);
        return new BatchResult.Applied(ETags(changes, response.Value));
    }

    private static Dictionary<string, string> ETags(IReadOnlyList<RowChange> changes, IReadOnlyList<Response> responses)
    {
        var etags = new Dictionary<string, string>(changes.Count, StringComparer.Ordinal);
        for (var i = 0; i < changes.Count; i++)
            if (changes[i] is not RowChange.Delete)
                etags[changes[i].Key] = responses[i].Headers.ETag?.ToString() ?? throw new InvalidOperationException("Storage gave no etag for a row written.");
        return etags;
    }

    private static BatchResult.Conflict? Conflict(RequestFailedException failure, int? index, IReadOnlyList<RowChange> changes)
    {
        ConflictKind? kind = failure.ErrorCode switch
        {
            _ when failure.ErrorCode == TableErrorCode.EntityAlreadyExists => ConflictKind.Exists,
            _ when failure.ErrorCode == TableErrorCode.ResourceNotFound || failure.ErrorCode == TableErrorCode.EntityNotFound => ConflictKind.Missing,
            _ when failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied => ConflictKind.Changed,
            _ => null,
        };
        return kind is { } found && index is { } at ? new(changes[at].Key, found) : null;
    }

    /// <summary>Which change a transaction failed at: the SDK's own reading, or the number that starts the message ("3:The specified entity…").</summary>
    private static int? IndexIn(TableTransactionFailedException failure, int count)
    {
        if (failure.FailedTransactionActionIndex is { } index && index < count)
            return index;
        var digits = failure.Message.AsSpan(0, Math.Max(0, failure.Message.IndexOf(':', StringComparison.Ordinal)));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read < count ? read : null;
    }

    private static TableErrorCode ErrorCode(Response response)
    {
        try
        {
            return new RequestFailedException(response).ErrorCode is { } code ? new TableErrorCode(code) : default;
        }
        catch (Exception e) when (e is InvalidOperationException or System.Text.Json.JsonException)
        {
            return default;
        }
    }

    private TableClient Reading(string table) => Client(_reading, reading, table);

    private TableClient Writing(string table) => Client(_writing, writing, table);

    // A program names a handful of tables; the check runs once for each.
    private static TableClient Client(ConcurrentDictionary<string, TableClient> clients, TableServiceClient service, string table)
    {
        if (clients.TryGetValue(table, out var client))
            return client;
        Limits.CheckTable(table);
        return clients.GetOrAdd(table, service.GetTableClient);
    }
}
