using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>Answers a correction request with what was brought for it, for the API and for the portal alike.</summary>
public sealed class CorrectionAnswers(EvidenceFolders evidence, Rules rules, TimeProvider clock)
{
    /// <returns>The decision, to be made of the state as stored then.</returns>
    public async Task<Func<Application, Outcome>> PrepareAsync(Application own, CorrectionAnswersInput input, CancellationToken cancellationToken)
    {
        var (folder, brought) = input.EvidenceTicket is { } ticket ? await evidence.BringAsync(ticket, own.Dossier.ToString(), cancellationToken) : default;
        Outcome Decide(Application state) => Applying.AnswerCorrection(
            state, input, rules.CriteriaOf(state), clock.GetUtcNow(), rules.HolidaysOf(state), CertificateText.Unprintable, brought);

        // Before the record names the files nobody can take them out any more; but an answer that would be refused leaves the folder open.
        if (folder is not null && Decide(own) is Outcome.Accepted && !await evidence.SubmitAsync(folder, own.Dossier.ToString(), null, cancellationToken))
            brought = null;
        return Decide;
    }
}
