using System.Security.Cryptography;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Drafts;

/// <summary>Applications not sent yet. Each lives thirty days, sealed with a key that only its code gives.</summary>
public sealed class DraftTable(ITables tables, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private const int Page = 100;

    /// <param name="begin">What stands in it from the start.</param>
    public async Task<(DraftCode Code, Draft Draft)> CreateAsync(string phone, Func<Draft, Draft> begin, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var code = DraftCode.New(VietnamTime.DayOf(now));
        var draft = begin(new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), now + Lifetime, phone));
        return await tables.CommitAsync(TableNames.Drafts, code.Partition, [new RowChange.Insert(code.RowKey, Body(draft, code))], cancellationToken) is BatchResult.Applied
            ? (code, draft)
            : throw new StorageUnavailableException("Two drafts drew the same code.");
    }

    public async Task<DraftCode> CreateAsync(string phone, CancellationToken cancellationToken) => (await CreateAsync(phone, draft => draft, cancellationToken)).Code;

    /// <returns>Null where there is none, or no longer.</returns>
    public async Task<StoredDraft?> ReadAsync(DraftCode code, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Drafts, code.Partition, code.RowKey, cancellationToken) is not { } row)
            return null;
        var stored = Json.Read<Row>(row.Body);
        return stored.Expires <= clock.GetUtcNow() ? null : new(code, Json.Read<Draft>(code.Key.Open(stored.Sealed, code.RowKey)), row.ETag);
    }

    /// <returns>False when another window of the same person was first.</returns>
    public async Task<bool> SaveAsync(StoredDraft stored, Draft draft, CancellationToken cancellationToken) =>
        await tables.CommitAsync(
            TableNames.Drafts, stored.Code.Partition, [new RowChange.Replace(stored.Code.RowKey, Body(draft, stored.Code), stored.ETag)], cancellationToken) is BatchResult.Applied;

    /// <summary>An answer changes its own question only: where another window was first, it is given again to what is stored now.</summary>
    /// <returns>The draft as stored; null when it could not be.</returns>
    public async Task<Draft?> ChangeAsync(StoredDraft stored, Func<Draft, Draft> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var draft = change(stored.Draft);
            if (draft == stored.Draft || await SaveAsync(stored, draft, cancellationToken))
                return draft;
            if (await ReadAsync(stored.Code, cancellationToken) is not { Draft.Dossier: null } now)
                return null;
            stored = now;
        }

        return null;
    }

    /// <returns>False when another window of the same person was first.</returns>
    public async Task<bool> DeleteAsync(StoredDraft stored, CancellationToken cancellationToken) =>
        await tables.CommitAsync(TableNames.Drafts, stored.Code.Partition, [new RowChange.Delete(stored.Code.RowKey, stored.ETag)], cancellationToken) is BatchResult.Applied;

    /// <summary>Deletes what is over.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var partition in DraftCode.Partitions)
        {
            IReadOnlyList<StoredRow> page;
            var from = "";
            do
            {
                page = await tables.ReadRangeAsync(TableNames.Drafts, partition, from, "g", Page, cancellationToken);
                var over = page.Where(row => Json.Read<Row>(row.Body).Expires <= clock.GetUtcNow()).Select(RowChange (row) => new RowChange.Delete(row.Key)).ToList();
                if (over.Count > 0 && await tables.CommitAsync(TableNames.Drafts, partition, over, cancellationToken) is BatchResult.Applied)
                    deleted += over.Count;
                from = page.Count > 0 ? page[^1].Key + "0" : from;
            }
            while (page.Count == Page);
        }

        return deleted;
    }

    private static string Body(Draft draft, DraftCode code) => Json.Write(new Row(draft.Expires, code.Key.Seal(Json.Write(draft), code.RowKey)));

    private sealed record Row(DateTimeOffset Expires, string Sealed);
}

public sealed record StoredDraft(DraftCode Code, Draft Draft, string ETag);
