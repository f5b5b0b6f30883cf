using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Evidence;

/// <summary>
/// Every hour: deletes what nobody needs of folders that have expired. Files that a case names stay; pieces, uploads, files that were brought and not named,
/// and everything of a submission that was never made, go.
/// </summary>
public sealed class ExpireEvidence(EvidenceTable table, EvidenceCleaner cleaner, TimeProvider clock, ILogger<ExpireEvidence> logger)
{
    /// <summary>A request that began before the folder expired has ended by then.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    [Function(nameof(ExpireEvidence))]
    [Policy(Access.Internal)]
    public async Task RunAsync([TimerTrigger("0 17 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var expired = await table.ReadExpiredAsync(clock.GetUtcNow() - Margin, cancellationToken);
        foreach (var (key, folder) in expired)
        {
            // Last of all, so that what breaks off is found again.
            if (await cleaner.CleanAsync(folder, cancellationToken))
                await table.UnlistAsync(key, cancellationToken);
        }

        if (expired.Count > 0)
            logger.LogInformation("Cleaned {Count} folders of evidence that have expired.", expired.Count);
    }
}
