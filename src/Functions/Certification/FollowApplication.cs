using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Certification;

/// <summary>Brings everything in line with the record: does what time demands, then the queues and what is to be told. May run again at any time.</summary>
public sealed class FollowApplication(ApplicationTable applications, WorkQueueTable queues, MessageTable messages, DossierTable dossiers, EligibleReviewers eligible, Rules rules, TimeProvider clock)
{
    [Function(nameof(FollowApplication))]
    [Policy(Access.Internal)]
    public async Task<Situation> RunAsync([ActivityTrigger] FollowInput input, CancellationToken cancellationToken)
    {
        var state = await applications.ReadAsync(input.Dossier, input.Version, cancellationToken)
            ?? throw new InvalidOperationException($"{input.Dossier} is not there.");
        if (StageDeadlines.Next(state, rules.HolidaysOf(state), rules.Takeovers) is { } deadline && deadline.At <= clock.GetUtcNow())
            state = await ActOnDeadlineAsync(input.Dossier, cancellationToken);

        state = await eligible.FindAsync(state, cancellationToken);
        var (queued, told) = (queues.ProjectAsync(state, input.Queued, cancellationToken), messages.TakeOverAsync(state, input.Told, cancellationToken));
        await Task.WhenAll(queued, told);
        // Last: as long as the case counts as open, the sweep finds what was not done.
        if (state.IsClosed)
            await dossiers.CloseAsync(input.Dossier, cancellationToken);
        return Situation.Of(state, await queued, await told, rules);
    }

    private async Task<Application> ActOnDeadlineAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        var result = await applications.ExecuteAsync(
            dossier, state => Processing.ActOnDeadline(state, clock.GetUtcNow(), rules.HolidaysOf(state), rules.Takeovers), Actor.System, cancellationToken);
        return result is CommandResult.Done done ? done.State : throw new InvalidOperationException($"{dossier}: the deadline could not be acted on: {result}.");
    }
}

/// <param name="Version">The record is at least at this version.</param>
/// <param name="Queued">The rows the last step wrote.</param>
/// <param name="Told">How many notices had been taken over then.</param>
public sealed record FollowInput(DossierNumber Dossier, int Version, IReadOnlyList<QueueKey> Queued, int Told = 0);
