using TitleCertification.Domain.Review;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Review;

/// <summary>The claims of each queue: one row beside what waits, so that a list costs one request more, whatever is claimed.</summary>
public sealed class ClaimTable(ITables tables, TimeProvider clock)
{
    // Behind every key of the queue itself: those begin with a date.
    private const string RowKey = "claims";
    private const int Tries = 8;

    public async Task<Claims> ReadAsync(Role role, string unit, CancellationToken cancellationToken) =>
        (await LoadAsync(QueueKey.QueueOf(role, unit), cancellationToken)).Claims;

    /// <returns>The claims of others that stood in the way; null when others were first again and again.</returns>
    public async Task<IReadOnlyList<CaseClaim>?> TakeAsync(Role role, string unit, IReadOnlyCollection<string> dossiers, Actor actor, CancellationToken cancellationToken)
    {
        IReadOnlyList<CaseClaim> others = [];
        var written = await ChangeAsync(QueueKey.QueueOf(role, unit), claims => (claims, others) = claims.Take(dossiers, actor, clock.GetUtcNow()), cancellationToken);
        return written ? others : null;
    }

    /// <returns>False when others were first again and again.</returns>
    public Task<bool> ReleaseAsync(Role role, string unit, IReadOnlyCollection<string> dossiers, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(QueueKey.QueueOf(role, unit), claims => (claims.Release(dossiers, actor, clock.GetUtcNow()), claims.All), cancellationToken);

    private async Task<bool> ChangeAsync(string queue, Func<Claims, (Claims Claims, IReadOnlyList<CaseClaim>)> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (claims, etag) = await LoadAsync(queue, cancellationToken);
            var body = Json.Write(change(claims).Claims);
            RowChange row = etag is null ? new RowChange.Insert(RowKey, body) : new RowChange.Replace(RowKey, body, etag);
            if (await tables.CommitAsync(TableNames.WorkQueue, queue, [row], cancellationToken) is BatchResult.Applied)
                return true;
        }

        return false;
    }

    private async Task<(Claims Claims, string? ETag)> LoadAsync(string queue, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.WorkQueue, queue, RowKey, cancellationToken) is { } row ? (Json.Read<Claims>(row.Body), row.ETag) : (Claims.None, null);
}
