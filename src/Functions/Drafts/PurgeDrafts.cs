using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Drafts;

/// <summary>Every night, 02:40 in Viet Nam: forgets drafts that were not sent within thirty days.</summary>
public sealed class PurgeDrafts(DraftTable drafts, ILogger<PurgeDrafts> logger)
{
    [Function(nameof(PurgeDrafts))]
    [Policy(Access.Internal)]
    public async Task RunAsync([TimerTrigger("0 40 19 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        logger.LogInformation("Deleted {Count} expired drafts.", await drafts.DeleteExpiredAsync(cancellationToken));
    }
}
