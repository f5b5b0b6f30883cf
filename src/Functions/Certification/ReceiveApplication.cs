using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Certification;

/// <summary>
/// Opens the first stage and shows the case to its reviewers. A process that was started again finds the case further on: then every row
/// that the case has ever had is brought in line, because nobody remembers which were written.
/// </summary>
public sealed class ReceiveApplication(ApplicationTable applications, WorkQueueTable queues, MessageTable messages, DossierTable dossiers, EligibleReviewers eligible, Rules rules, TimeProvider clock)
{
    [Function(nameof(ReceiveApplication))]
    [Policy(Access.Internal)]
    public async Task<Situation> RunAsync([ActivityTrigger] CaseReference @case, CancellationToken cancellationToken)
    {
        var result = await applications.ExecuteAsync(
            @case.Dossier, state => Processing.Receive(state, clock.GetUtcNow(), rules.HolidaysOf(state), rules.Takeovers), Actor.System, cancellationToken);
        if (result is not CommandResult.Done done)
            throw new InvalidOperationException($"{@case.Dossier} could not be received: {result}.");

        var before = done.Changed ? [] : QueueRow.Ever(@case.Dossier, await applications.ReadFactsAsync(@case.Dossier, cancellationToken));
        var state = await eligible.FindAsync(done.State, cancellationToken);
        var (queued, told) = (queues.ProjectAsync(state, before, cancellationToken), messages.TakeOverAsync(state, told: 0, cancellationToken));
        await Task.WhenAll(queued, told);
        if (state.IsClosed)
            await dossiers.CloseAsync(@case.Dossier, cancellationToken);
        return Situation.Of(state, await queued, await told, rules);
    }
}
