using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Privacy;

/// <summary>Erases a case: its key, and what was derived from it or attached to it. Broken off anywhere, it is asked again and goes on.</summary>
public sealed class CaseEraser(ApplicationTable applications, DossierTable dossiers, WorkQueueTable queues, OwnTable own, EvidenceCleaner evidence, CertificateEraser certificates)
{
    /// <returns>Null once the case is erased; else why it is not.</returns>
    public async Task<CommandResult?> EraseAsync(DossierNumber dossier, ErasureInput input, Actor actor, CancellationToken cancellationToken)
    {
        var stored = await applications.ReadStoredAsync(dossier, cancellationToken);
        if (stored.State is null)
            return new CommandResult.Unknown();
        if (!stored.IsErased)
        {
            // The facts say which rows reviewers were ever shown: read before the key goes.
            var facts = await applications.ReadFactsAsync(dossier, cancellationToken);
            var state = Evolution.Fold(dossier, facts)!;
            if (Erasing.Erase(state, input) is Outcome.Refused refused)
                return new CommandResult.Refused(refused.Refusal);
            await queues.ProjectAsync(state, QueueRow.Ever(dossier, facts), cancellationToken);
            await evidence.EraseAsync(dossier, cancellationToken);
            if (state.SubmittedBy != Actor.Applicant.Id)
                await own.RemoveAsync(state.SubmittedBy, dossier, cancellationToken);
            if (state.Certificate is { } certificate)
                await certificates.EraseAsync(certificate.Number, cancellationToken);
            await dossiers.ReopenedForAsync(dossier, cancellationToken);
            if (await applications.EraseAsync(dossier, current => Erasing.Erase(current, input), actor, cancellationToken) is not CommandResult.Done and var other)
                return other;
        }

        return null;
    }
}
