using System.Text;
using System.Text.Json;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Batching;

/// <summary>A run of numbers 1, 2, 3… in one partition.</summary>
/// <param name="CounterKey">The row that holds the last number given: <c>{"last":12,…}</c>. Nothing but the allotter writes it.</param>
/// <param name="Linger">How long the run rests after a batch so that others can join the next; an idle run is served at once. 20 ms where a person waits, 250 to 500 ms where nobody does.</param>
public sealed record NumberRun(string Table, string Partition, string CounterKey, TimeSpan Linger);

/// <summary>Asks for one number.</summary>
/// <param name="Key">The row that makes it once only: whoever asks again with the same key is given the same number.</param>
/// <param name="Rows">
/// What to store with the number. Pure and quick: it is asked again, perhaps with another number, when another process was first. What it throws fails this
/// request alone and uses up no number.
/// </param>
public sealed record AllotmentRequest(string Key, Func<long, AllottedRows> Rows);

/// <param name="Content">A JSON value, kept in the key's row (<see cref="AllottedRow"/>) and given back to whoever asks again.</param>
/// <param name="Inserts">Further rows of the same partition, stored in the same batch: all are there with the number, or none.</param>
public sealed record AllottedRows(string Content, IReadOnlyList<RowChange.Insert> Inserts);

/// <param name="Content">As stored with the number: this request's own, or that of the first request with this key. Compare it where the two could differ.</param>
/// <param name="AllottedBefore">
/// True when the key had its number already: by an earlier request, or by this one in an attempt whose answer was lost.
/// </param>
public sealed record Allotment(long Number, string Content, bool AllottedBefore);

/// <summary>The body of a key's row: <c>{"number":12,"content":…}</c>.</summary>
public sealed record AllottedRow(long Number, string Content)
{
    /// <exception cref="JsonException">The body was not written by the allotter.</exception>
    public static AllottedRow Parse(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("number", out var number) && document.RootElement.TryGetProperty("content", out var content)
            ? new(number.GetInt64(), content.GetRawText())
            : throw new JsonException("Not the row of an allotted number.");
    }

    /// <exception cref="JsonException">The content is not a JSON value.</exception>
    public string ToBody()
    {
        using var checkedFirst = JsonDocument.Parse(Content);
        return new StringBuilder(Content.Length + 40)
            .Append("{\"number\":").Append(Number).Append(",\"content\":").Append(Content.Trim()).Append('}').ToString();
    }
}
