using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Certification;

/// <summary>Every night, 02:30 in Viet Nam: forgets orchestrations that ended a month ago. The record of the case stays; it never was in them.</summary>
public sealed class PurgeFinished(TimeProvider clock, ILogger<PurgeFinished> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    [Function(nameof(PurgeFinished))]
    [Policy(Access.Internal)]
    public async Task RunAsync([TimerTrigger("0 30 19 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        // Failed ones stay: somebody has to look at them.
        var filter = new PurgeInstancesFilter(CreatedTo: clock.GetUtcNow() - Kept, Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]);
        var result = await orchestrations.PurgeAllInstancesAsync(filter, cancellation: cancellationToken);
        logger.LogInformation("Purged {Count} finished orchestrations.", result.PurgedInstanceCount);
    }
}
