using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.RateLimits;

/// <summary>
/// Four digits are ten thousand guesses: after a few wrong ones a dossier waits, each time twice as long, and so does the address they come
/// from. Attempts at a dossier are kept in storage, so that neither another machine nor a restart gives new ones.
/// </summary>
/// <remarks>
/// While a dossier waits the right digits are not looked at either: an answer would tell. An address that has proven a dossier before keeps a count of its
/// own, so that strangers cannot lock the applicant out of where he always comes from (docs/adr/0143). For a dossier that is not there storage is asked and written to just as often:
/// how long an answer takes must not tell either.
/// </remarks>
public sealed class ProofAttempts(ITables tables, TimeProvider clock)
{
    private const int FreeAtDossier = 5;
    private const int FreeFromAddress = 20;
    private const int Remembered = 20_000;
    private const string Nowhere = "nowhere";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAtDossier = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestFromAddress = TimeSpan.FromHours(1);

    private readonly Recent<string, Attempts> atDossier = new(Remembered);
    private readonly Recent<string, Attempts> fromAddress = new(Remembered);
    private readonly Recent<string, Attempts> ofThoseWhoProved = new(Remembered);

    /// <returns>How long to wait before any digits are looked at, or null.</returns>
    public async Task<TimeSpan?> WaitAsync(DossierNumber dossier, string address, CancellationToken cancellationToken)
    {
        var (key, now) = (dossier.ToString(), clock.GetUtcNow());
        var proved = ofThoseWhoProved.TryGet(Pair(key, address), out var own);
        if (!proved && !atDossier.TryGet(key, out _))
            await LoadAsync(dossier, cancellationToken);
        var until = proved ? own!.Until : Max(atDossier.TryGet(key, out var tried) ? tried!.Until : default, fromAddress.TryGet(address, out var heard) ? heard!.Until : default);
        return until > now ? until - now : null;
    }

    /// <param name="exists">Whether there is such a dossier; it makes no difference to whoever asks.</param>
    public async Task FailedAsync(DossierNumber dossier, bool exists, string address, CancellationToken cancellationToken)
    {
        var (key, now) = (dossier.ToString(), clock.GetUtcNow());
        if (ofThoseWhoProved.TryGet(Pair(key, address), out _))
        {
            ofThoseWhoProved.Change(Pair(key, address), before => Next(before, now, FreeAtDossier, LongestAtDossier));
            return;
        }

        fromAddress.Change(address, before => Next(before, now, FreeFromAddress, LongestFromAddress));
        // What other machines have counted counts.
        await LoadAsync(dossier, cancellationToken);
        var attempts = atDossier.Change(key, before => Next(before, now, FreeAtDossier, LongestAtDossier));
        // Of what is not there one row for all: whoever makes up numbers must not fill the table.
        var (partition, row) = exists ? (dossier.Agency, key) : (Nowhere, Nowhere);
        await tables.CommitAsync(TableNames.Attempts, partition, [new RowChange.Upsert(row, Json.Write(attempts))], cancellationToken);
    }

    public void Proven(DossierNumber dossier, string address) => ofThoseWhoProved.Change(Pair(dossier.ToString(), address), _ => new(0, default));

    private async Task LoadAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        var row = await tables.ReadAsync(TableNames.Attempts, dossier.Agency, dossier.ToString(), cancellationToken);
        var stored = row is null ? new Attempts(0, default) : Json.Read<Attempts>(row.Body);
        atDossier.Change(dossier.ToString(), here => here is null || stored.Failures > here.Failures ? stored : here);
    }

    private static Attempts Next(Attempts? before, DateTimeOffset now, int free, TimeSpan longest)
    {
        var failures = (before?.Failures ?? 0) + 1;
        if (failures < free)
            return new(failures, default);
        var wait = FirstWait * Math.Pow(2, Math.Min(failures - free, 20));
        return new(failures, now + (wait < longest ? wait : longest));
    }

    private static string Pair(string dossier, string address) => $"{dossier} {address}";

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Attempts(int Failures, DateTimeOffset Until);
}
