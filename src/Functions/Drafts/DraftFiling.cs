using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Drafts;

/// <summary>
/// Files a draft, for the API and for the pages. Its key makes every repetition (a second click, a reload, a broken network) the same application; what was personal in the draft is
/// forgotten with it.
/// </summary>
public sealed class DraftFiling(DraftTable drafts, DraftEvidence evidence, ApplyPath path, Filing filing)
{
    /// <param name="language">The representative is written to in it.</param>
    public async Task<FilingResult> FileAsync(StoredDraft stored, string language, Actor actor, DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var input = path.Input(stored.Draft, await evidence.ContentAsync(stored.Draft.EvidenceTicket, cancellationToken), language);
        var result = await filing.FileAsync(input, stored.Draft.Key, actor, orchestrations, cancellationToken);
        DossierNumber? dossier = result switch
        {
            FilingResult.Filed filed => filed.State.Dossier,
            FilingResult.KeyReused reused => reused.Dossier,
            _ => null,
        };
        // Should this not be kept, the next attempt finds the same application by its key.
        if (dossier is not null)
            await drafts.SaveAsync(stored, stored.Draft.Filed(dossier.ToString()!), cancellationToken);
        return result;
    }
}
