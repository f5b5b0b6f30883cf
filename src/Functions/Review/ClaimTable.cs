using TitleCertification.Domain.Review;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Review;

/// <summary>The claims of each queue: one row beside what waits, so that a list costs one request more, whatever is claimed.</summary>
public sealed class ClaimTable(ITables tables, TimeProvider clock)
{
    // Behind every key of the queue itself: those begin with a date.
    private const string RowKey = "claims";
    private const int Tries = 20;

    public async Task<Claims> ReadAsync(Role role, string unit, CancellationToken cancellationToken) =>
        (await LoadAsync(QueueKey.QueueOf(role, unit), cancellationToken)).Claims;

    /// <returns>The claims of others that stood in the way.</returns>
    /// <exception cref="StorageUnavailableException">As for every change; also when others were first again and again.</exception>
    public async Task<IReadOnlyList<CaseClaim>> TakeAsync(Role role, string unit, IReadOnlyCollection<string> dossiers, Actor actor, CancellationToken cancellationToken)
    {
        IReadOnlyList<CaseClaim> others = [];
        await ChangeAsync(QueueKey.QueueOf(role, unit), claims => (claims, others) = claims.Take(dossiers, actor, clock.GetUtcNow()), cancellationToken);
        return others;
    }

    /// <exception cref="StorageUnavailableException">As for every change; also when others were first again and again.</exception>
    public Task ReleaseAsync(Role role, string unit, IReadOnlyCollection<string> dossiers, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(QueueKey.QueueOf(role, unit), claims => (claims.Release(dossiers, actor, clock.GetUtcNow()), claims.All), cancellationToken);

    private async Task ChangeAsync(string queue, Func<Claims, (Claims Claims, IReadOnlyList<CaseClaim>)> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            // Every lost race is another's progress; a little disorder keeps many from losing in step.
            if (attempt > 0)
                await Task.Delay(Random.Shared.Next(1, 5 * attempt), cancellationToken);
            var (claims, etag) = await LoadAsync(queue, cancellationToken);
            var body = Json.Write(change(claims).Claims);
            if (body == Json.Write(claims))
                return;
            RowChange row = etag is null ? new RowChange.Insert(RowKey, body) : new RowChange.Replace(RowKey, body, etag);
            if (await tables.CommitAsync(TableNames.WorkQueue, queue, [row], cancellationToken) is BatchResult.Applied)
                return;
        }

        throw new StorageUnavailableException($"The claims of '{queue}' never stood still.");
    }

    private async Task<(Claims Claims, string? ETag)> LoadAsync(string queue, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.WorkQueue, queue, RowKey, cancellationToken) is { } row ? (Json.Read<Claims>(row.Body), row.ETag) : (Claims.None, null);
}
