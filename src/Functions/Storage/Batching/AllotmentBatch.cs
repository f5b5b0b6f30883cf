using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Batching;

/// <summary>One attempt: as many requests as fit, numbered on from a counter.</summary>
internal sealed class AllotmentBatch
{
    private readonly string _counterKey;
    private readonly HashSet<string> _keys;
    private readonly List<RowChange> _rows = [];
    private int _length = 64; // the counter's own body

    public AllotmentBatch(string counterKey, Counter basis)
    {
        (_counterKey, Basis) = (counterKey, basis);
        _keys = new(StringComparer.Ordinal) { counterKey };
    }

    /// <summary>Written into the counter: whoever finds it there knows that this very batch was applied.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public Counter Basis { get; }

    public List<Entry> Entries { get; } = [];

    public long Last => Basis.Last + Entries.Count;

    // The counter first: when it was moved, that is the conflict to hear of.
    public IReadOnlyList<RowChange> Changes => [Counter.Change(_counterKey, Basis.ETag, Last, Id), .. _rows];

    /// <returns>False when the request has to wait for the next batch.</returns>
    /// <exception cref="Exception">Whatever the request's own rows are wrong with.</exception>
    public bool TryAdd(AllotmentRequest request)
    {
        var number = Last + 1;
        var made = request.Rows(number);
        List<RowChange> rows = [new RowChange.Insert(request.Key, new AllottedRow(number, made.Content).ToBody()), .. made.Inserts];
        Limits.CheckBatch([.. rows, new RowChange.Insert(_counterKey, "{}")]);

        var length = rows.Sum(row => row.Body()!.Length);
        if (Entries.Count > 0 && (_rows.Count + rows.Count + 1 > Limits.BatchSize || _length + length > Limits.BatchLength || rows.Exists(row => _keys.Contains(row.Key))))
            return false;
        if (_length + length > Limits.BatchLength)
            throw new ArgumentException($"The rows of '{request.Key}' have more than {Limits.BatchLength} characters together.", nameof(request));

        _rows.AddRange(rows);
        _keys.UnionWith(rows.Select(row => row.Key));
        _length += length;
        Entries.Add(new(request.Key, [.. made.Inserts.Select(row => row.Key)], number, made.Content));
        return true;
    }

    internal sealed record Entry(string Key, IReadOnlyList<string> OtherKeys, long Number, string Content);
}
