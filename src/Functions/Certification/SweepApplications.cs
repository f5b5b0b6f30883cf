using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification.Stuck;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Certification;

/// <summary>
/// Finds cases whose record and process disagree: a process that was never started or has ended, a change it has not seen, a deadline it has
/// slept through. Looks at open cases only, so its cost does not grow with what is finished. What does not go on by itself is listed for the administrators.
/// </summary>
public sealed class SweepApplications(DossierTable dossiers, ApplicationTable applications, MessageTable messages, CaseProcess process, EligibleReviewers eligible, StuckReasons reasons, StuckTable stuck, Rules rules,
    TimeProvider clock, ILogger<SweepApplications> logger)
{
    /// <summary>A timer is given this long before it counts as lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Also at every start: what a crash has left behind is mended at once. Running it too often costs reads, nothing else.
    [Function(nameof(SweepApplications))]
    [Policy(Access.Internal)]
    public async Task RunAsync([TimerTrigger("0 */15 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (mended, found) = (0, new ConcurrentBag<StuckCase>());
        foreach (var agency in await dossiers.AgenciesAsync(cancellationToken))
        {
            await Parallel.ForEachAsync(dossiers.OpenAsync(agency, cancellationToken), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
                async (dossier, token) =>
                {
                    if (await TryMendAsync(dossier, orchestrations, found, token))
                        Interlocked.Increment(ref mended);
                });
        }

        await stuck.ReplaceAsync(found, cancellationToken);
        if (mended > 0)
            logger.LogWarning("The sweep mended {Count} cases.", mended);
    }

    /// <summary>One that cannot be looked at must not keep the sweep from the others.</summary>
    private async Task<bool> TryMendAsync(DossierNumber dossier, DurableTaskClient orchestrations, ConcurrentBag<StuckCase> found, CancellationToken cancellationToken)
    {
        try
        {
            return await MendAsync(dossier, orchestrations, found, cancellationToken);
        }
        catch (CaseErasedException)
        {
            // Erased before its process had put it away.
            await dossiers.CloseAsync(dossier, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageUnavailableException))
        {
            logger.LogError(e, "The sweep could not look at {Dossier}.", dossier);
            return false;
        }
    }

    /// <returns>Whether there was something to mend.</returns>
    private async Task<bool> MendAsync(DossierNumber dossier, DurableTaskClient orchestrations, ConcurrentBag<StuckCase> found, CancellationToken cancellationToken)
    {
        // A number without a record: the submission broke off, and comes again under the same key or never.
        if (await applications.ReadAsync(dossier, cancellationToken) is not { } state)
            return false;
        if (state.IsClosed)
        {
            // Its process is not started again, and may not look again until its next deadline: what the case owes is taken over here.
            await messages.TakeOverAsync(state, told: 0, cancellationToken);
            await process.WakeAsync(orchestrations, state, cancellationToken);
            await dossiers.CloseAsync(dossier, cancellationToken);
            return true;
        }

        // An authority that has ended, or what a reviewer belongs to, may leave nobody for a case, and wakes no process.
        state = await eligible.FindAsync(state, cancellationToken);
        var instance = await orchestrations.GetInstanceAsync(dossier.ToString(), getInputsAndOutputs: true, cancellationToken);
        var ended = instance is null or { IsCompleted: true };
        var asleep = !ended && IsAsleep(state, instance!.SerializedCustomStatus is null ? 0 : instance.ReadCustomStatusAs<int>());
        if (await reasons.FindAsync(state, instance, asleep, cancellationToken) is { } reason)
            found.Add(reason);
        if (ended)
        {
            await process.StartAsync(orchestrations, state, cancellationToken);
            return true;
        }

        if (!asleep)
            return false;
        await process.WakeAsync(orchestrations, state, cancellationToken);
        return true;
    }

    // Waking a process that was about to look anyway is harmless, so a change needs no patience.
    private bool IsAsleep(Application state, int seen) =>
        seen < state.Version || StageDeadlines.Next(state, rules.HolidaysOf(state), rules.Takeovers)?.At < clock.GetUtcNow() - Patience;
}
