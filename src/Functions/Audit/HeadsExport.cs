using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Audit;

/// <summary>
/// Writes down how far the chain of every case goes that has changed since the last export. Looks at open cases and at those that closed
/// meanwhile, so its cost does not grow with what is finished (docs/adr/0141).
/// </summary>
public sealed class HeadsExport(HeadsArchive archive, DossierTable dossiers, ApplicationTable applications, TimeProvider clock, ILogger<HeadsExport> logger)
{
    /// <summary>Clocks of several machines differ, and a commit takes a moment: what changed so long before the last export is exported again.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <returns>Null when today's file is there already.</returns>
    public async Task<HeadsFile?> RunAsync(IReadOnlyList<string> agencies, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = VietnamTime.DayOf(now);
        var days = await archive.DaysAsync(cancellationToken);
        if (days.Count > 0 && days[^1] >= today)
            return null;

        var (previous, since) = days.Count == 0 ? (null, (DateTimeOffset?)null) : await PreviousAsync(days[^1], cancellationToken);
        var heads = await HeadsAsync(agencies, since, today, cancellationToken);
        var file = new HeadsFile(new(today, now, heads.Count, previous), heads);
        var bytes = file.ToBytes();
        if (!await archive.WriteAsync(today, bytes, cancellationToken))
            return null;
        // Into the log too: it is kept elsewhere, and a storage rolled back whole shows beside it.
        logger.LogInformation("Audit heads of {Day}: {Cases} cases, sha256 {Hash}.", today.ToString("O"), heads.Count, HeadsFile.HashOf(bytes));
        return file;
    }

    private async Task<(PreviousHeads?, DateTimeOffset?)> PreviousAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var bytes = await archive.ReadAsync(day, cancellationToken) ?? default;
        // A file that nobody can read says nothing of when it was written: everything is exported again. The verification will name it.
        return (new(day, HeadsFile.HashOf(bytes)), HeadsFile.Parse(bytes)?.Header.At - Overlap);
    }

    private async Task<IReadOnlyList<CaseHead>> HeadsAsync(IReadOnlyList<string> agencies, DateTimeOffset? since, DateOnly today, CancellationToken cancellationToken)
    {
        var heads = new ConcurrentDictionary<DossierNumber, CaseHead>();
        foreach (var agency in agencies)
        {
            var cases = since is { } from
                ? dossiers.OpenAsync(agency, cancellationToken).Concat(dossiers.ChangedAsync(agency, VietnamTime.DayOf(from), today, cancellationToken).Select(changed => changed.Dossier))
                : dossiers.AllottedAsync(agency, cancellationToken);
            await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (dossier, token) =>
            {
                if (!heads.ContainsKey(dossier) && await HeadAsync(dossier, since, token) is { } head)
                    heads[dossier] = head;
            });
        }

        return [.. heads.Values];
    }

    private async Task<CaseHead?> HeadAsync(DossierNumber dossier, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        try
        {
            return await applications.HeadAsync(dossier, cancellationToken) is { } head && !(head.ChangedAt < since) ? new(dossier, head.Version, head.Hash) : null;
        }
        catch (JsonException)
        {
            // One case that is spoilt must not keep the others from being written down; the verification names it.
            logger.LogError("The state of {Dossier} cannot be read.", dossier);
            return null;
        }
    }
}
