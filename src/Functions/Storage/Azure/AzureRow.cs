using Azure;
using Azure.Data.Tables;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Azure;

/// <summary>A row as an entity: the body lies in <c>Body</c>, <c>Body1</c>, <c>Body2</c>…, because a property holds 32,768 characters and no more.</summary>
internal static class AzureRow
{
    private const int PieceLength = 32_000;

    private static readonly string[] Names = [.. Enumerable.Range(0, (Limits.BodyLength / (PieceLength - 1)) + 1).Select(i => i == 0 ? "Body" : $"Body{i}")];

    public static TableEntity ToEntity(string partition, string key, string body)
    {
        var entity = new TableEntity(partition, key);
        var start = 0;
        for (var piece = 0; start < body.Length; piece++)
        {
            var length = Math.Min(PieceLength, body.Length - start);

            // Half of a surrogate pair is not a character: it would not survive the wire.
            if (start + length < body.Length && char.IsHighSurrogate(body[start + length - 1]))
                length--;
            entity[Names[piece]] = length == body.Length ? body : body.Substring(start, length);
            start += length;
        }

        return entity;
    }

    public static StoredRow ToRow(TableEntity entity)
    {
        var body = entity.GetString(Names[0]);
        if (entity.ContainsKey(Names[1]))
            body = string.Concat(Names.Select(entity.GetString));
        return new(entity.RowKey, body, entity.ETag.ToString());
    }

    /// <summary>The change as an entry of a transaction.</summary>
    public static TableTransactionAction ToAction(string partition, RowChange change) => change switch
    {
        RowChange.Insert insert => new(TableTransactionActionType.Add, ToEntity(partition, insert.Key, insert.Body)),
        RowChange.Replace replace => new(TableTransactionActionType.UpdateReplace, ToEntity(partition, replace.Key, replace.Body), new ETag(replace.ETag)),
        RowChange.Upsert upsert => new(TableTransactionActionType.UpsertReplace, ToEntity(partition, upsert.Key, upsert.Body)),
        RowChange.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition, delete.Key), Expected(delete)),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    public static ETag Expected(RowChange.Delete delete) => delete.ETag is { } etag ? new ETag(etag) : ETag.All;
}
