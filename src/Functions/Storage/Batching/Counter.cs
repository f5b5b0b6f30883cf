using System.Text.Json;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Batching;

/// <summary>The counter's row as last seen: the number given last and the batch that gave it.</summary>
/// <param name="ETag">Null where there is no row yet.</param>
internal sealed record Counter(long Last, string By, string? ETag)
{
    public static Counter Parse(StoredRow? row)
    {
        if (row is null)
            return new(0, "", null);
        using var document = JsonDocument.Parse(row.Body);
        return new(document.RootElement.GetProperty("last").GetInt64(), document.RootElement.GetProperty("by").GetString()!, row.ETag);
    }

    public static RowChange Change(string key, string? etag, long last, string by)
    {
        var body = $$"""{"last":{{last}},"by":"{{by}}"}""";
        return etag is null ? new RowChange.Insert(key, body) : new RowChange.Replace(key, body, etag);
    }
}
