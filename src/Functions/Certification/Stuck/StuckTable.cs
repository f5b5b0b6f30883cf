using System.Runtime.CompilerServices;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Certification.Stuck;

/// <summary>The cases that the last sweep found stuck: one partition, a row a case. Written by the sweep alone, so it is as new as that.</summary>
public sealed class StuckTable(ITables tables)
{
    private const string Partition = "cases";
    private const string First = "case:";
    private const string End = "case;";
    private const int PageSize = 500;

    /// <summary>Makes the list what was found. What was there for the same reason keeps since when.</summary>
    public async Task ReplaceAsync(IReadOnlyCollection<StuckCase> found, CancellationToken cancellationToken)
    {
        var before = new Dictionary<string, StuckCase>();
        await foreach (var (key, stuck) in RowsAsync(First, cancellationToken))
            before[key] = stuck;
        var now = found.ToDictionary(stuck => First + stuck.Dossier, stuck => before.TryGetValue(First + stuck.Dossier, out var old) && old.Reason == stuck.Reason ? stuck with { Since = old.Since } : stuck);
        var changes = now.Where(row => !before.TryGetValue(row.Key, out var old) || old != row.Value).Select(row => (RowChange)new RowChange.Upsert(row.Key, Json.Write(row.Value)))
            .Concat(before.Keys.Where(key => !now.ContainsKey(key)).Select(key => new RowChange.Delete(key)));
        foreach (var batch in changes.Chunk(Limits.BatchSize))
            await tables.CommitAsync(TableNames.Stuck, Partition, batch, cancellationToken);
    }

    /// <summary>By dossier number.</summary>
    /// <param name="after">The case to go on after, or null.</param>
    public async IAsyncEnumerable<StuckCase> ReadAsync(DossierNumber? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (_, stuck) in RowsAsync(after is null ? First : $"{First}{after} ", cancellationToken))
            yield return stuck;
    }

    private async IAsyncEnumerable<(string Key, StuckCase Stuck)> RowsAsync(string from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredRow> page;
        do
        {
            page = await tables.ReadRangeAsync(TableNames.Stuck, Partition, from, End, PageSize, cancellationToken);
            foreach (var row in page)
            {
                yield return (row.Key, Json.Read<StuckCase>(row.Body));
                // ' ' is the least character after the key.
                from = row.Key + " ";
            }
        }
        while (page.Count == PageSize);
    }
}
