using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Audit.Reads;

/// <summary>Reads what <see cref="ReadLog"/> has written, page by page, oldest first.</summary>
public sealed class ReadLogReader(ITables tables)
{
    /// <param name="after">The <see cref="ReadPage.Next"/> of the page before, or null. What cannot be one is the beginning.</param>
    public Task<ReadPage> OfCaseAsync(DossierNumber dossier, string? after, int limit, CancellationToken cancellationToken) =>
        PageAsync(ReadRecord.CasePartition(dossier), ReadRecord.CaseKeys(dossier), after, limit, cancellationToken);

    /// <param name="personKey">Null for everybody.</param>
    public Task<ReadPage> OfDayAsync(DateOnly day, string? personKey, string? after, int limit, CancellationToken cancellationToken) =>
        PageAsync(ReadRecord.DayPartition(day), personKey is null ? "" : ReadRecord.PersonKeys(personKey), after, limit, cancellationToken);

    private async Task<ReadPage> PageAsync(string partition, string prefix, string? after, int limit, CancellationToken cancellationToken)
    {
        // Keys are made of letters, digits, '.', '-' and ':': '~' follows them all, ' ' comes before.
        var from = after is not null && after.StartsWith(prefix, StringComparison.Ordinal) && after.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':') ? after + " " : prefix.Length == 0 ? " " : prefix;
        var rows = await tables.ReadRangeAsync(TableNames.Reads, partition, from, prefix + "~", limit, cancellationToken);
        return new([.. rows.Select(row => Json.Read<ReadRecord>(row.Body))], rows.Count == limit ? rows[^1].Key : null);
    }
}

public sealed record ReadPage(IReadOnlyList<ReadRecord> Reads, string? Next);
