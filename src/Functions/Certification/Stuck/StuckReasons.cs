using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity.People;

namespace TitleCertification.Functions.Certification.Stuck;

/// <summary>Why a case does not go on. Asks for nothing that the sweep has not at hand, but for who holds an office, which is kept in memory.</summary>
public sealed class StuckReasons(PeopleTable people, TimeProvider clock)
{
    /// <summary>A certificate takes seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <param name="process">As the sweep found it; null where there was none.</param>
    /// <param name="asleep">It ran and had not seen what it should have.</param>
    /// <returns>Null for a case that goes on.</returns>
    public async Task<StuckCase?> FindAsync(Application state, OrchestrationMetadata? process, bool asleep, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (process is { RuntimeStatus: OrchestrationRuntimeStatus.Failed } failed)
            return Of(StuckReason.ProcessFailed, now, failed.FailureDetails?.ErrorType);
        if (asleep)
            return Of(StuckReason.ProcessAsleep, now);
        if (state.Status is ApplicationStatus.Approved && state.ChangedAt < now - Patience)
            return Of(StuckReason.CertificateWaits, state.ChangedAt);
        if (state is not { Status: ApplicationStatus.InReview, Stage: { } stage })
            return null;
        var holders = await people.HoldersAsync(stage.Rule.Role, stage.Rule.Unit, cancellationToken);
        if (!holders.Any(holder => holder.Holds(stage.Rule)))
            return Of(StuckReason.OfficeVacant, now);
        if (!holders.Any(holder => Rerouting.MayDecide(holder, state)))
            return Of(StuckReason.NobodyEligible, now);
        return stage.Due is { } due && VietnamTime.EndOf(due) is var end && end <= now ? Of(StuckReason.Overdue, end) : null;

        StuckCase Of(StuckReason reason, DateTimeOffset since, string? detail = null) => new(state.Dossier, new(state.Submission.Unit, state.SubmittedAt), reason, since, detail);
    }
}
