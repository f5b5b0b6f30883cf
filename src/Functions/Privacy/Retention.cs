using Microsoft.Extensions.Logging;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Privacy;

/// <summary>
/// Erases closed cases whose period of keeping is over, and says how many there are. Where no rule has a period it only counts. Looks at cases by the day they last
/// changed, so a case that is kept costs nothing until its period is over.
/// </summary>
public sealed class Retention(DossierTable dossiers, ApplicationTable applications, CaseEraser eraser, IBlobs blobs, TimeProvider clock, ILogger<Retention> logger)
{
    /// <summary>Stands beside the tombstone.</summary>
    private static readonly ErasureInput Over = new(nameof(ErasureGround.PurposeEnded), "Hết thời hạn lưu giữ.");

    public async Task<RetentionReport> RunAsync(IReadOnlyList<string> agencies, IReadOnlyList<RetentionRule> rules, CancellationToken cancellationToken)
    {
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var shortest = rules.Min(rule => rule.KeepDays);
        var (closed, erased) = (0, 0);
        foreach (var agency in agencies)
        {
            var seen = new HashSet<DossierNumber>();
            await foreach (var (day, dossier) in dossiers.ChangedAsync(agency, new(2000, 1, 1), today, cancellationToken))
            {
                if (seen.Add(dossier))
                    closed++;
                if (shortest is { } days && day.AddDays(days) <= today && await EraseAsync(dossier, rules, cancellationToken))
                    erased++;
            }
        }

        var report = new RetentionReport(today, closed, erased, rules);
        await blobs.WriteOnceAsync(ContainerNames.Reports, $"retention/{today:yyyy-MM-dd}.json", Json.Bytes(report), "application/json", cancellationToken);
        logger.LogInformation("Retention: {Closed} closed cases, {Erased} erased because their period is over.", closed, erased);
        return report;
    }

    private async Task<bool> EraseAsync(DossierNumber dossier, IReadOnlyList<RetentionRule> rules, CancellationToken cancellationToken)
    {
        try
        {
            return await applications.ReadAsync(dossier, cancellationToken) is { IsClosed: true } state && RetentionRule.IsOver(rules, state, clock.GetUtcNow())
                && await eraser.EraseAsync(dossier, Over, Actor.System, cancellationToken) is null;
        }
        catch (CaseErasedException)
        {
            return false;
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageUnavailableException))
        {
            // One that cannot be opened must not keep the others longer than they may be kept.
            logger.LogError(e, "Retention could not look at {Dossier}.", dossier);
            return false;
        }
    }
}

/// <param name="Closed">Cases that have ended, erased ones included.</param>
/// <param name="Erased">By this run.</param>
public sealed record RetentionReport(DateOnly Day, int Closed, int Erased, IReadOnlyList<RetentionRule> Rules);
