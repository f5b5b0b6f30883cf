using TitleCertification.Functions.Evidence;

namespace TitleCertification.Functions.Drafts;

/// <summary>The folder of a draft's files. The draft keeps its ticket, sealed like everything else in it.</summary>
public sealed class DraftEvidence(DraftTable drafts, EvidenceFolders folders, EvidenceCleaner cleaner)
{
    public async Task<FolderContent> ContentAsync(string? ticket, CancellationToken cancellationToken) =>
        await folders.FindAsync(ticket, cancellationToken) is { } folder ? await folders.ContentAsync(folder, cancellationToken) : FolderContent.Empty;

    /// <summary>Opens the folder where there is none yet. The draft knows of it before anything is put in.</summary>
    /// <returns>Nothing when the draft could not be changed, or is being filed.</returns>
    public async Task<(string Ticket, EvidenceFolder Folder)?> OpenAsync(StoredDraft stored, CancellationToken cancellationToken)
    {
        var ticket = stored.Draft.EvidenceTicket;
        if (await folders.FindAsync(ticket, cancellationToken) is null)
        {
            var (gone, opened) = (ticket, await folders.OpenAsync(null, stored.Draft.Expires, cancellationToken));
            ticket = (await drafts.ChangeAsync(
                stored, draft => draft.EvidenceTicket == gone ? draft with { EvidenceTicket = opened.Ticket } : draft, cancellationToken))?.EvidenceTicket;
        }

        return (await folders.FindOpenAsync(ticket, cancellationToken)).Folder is { } folder ? (ticket!, folder) : null;
    }

    /// <summary>Deletes the draft with its files; these first: without the draft nobody finds them before they expire.</summary>
    /// <returns>False when it was changed meanwhile, or is being filed: then the files are the case's.</returns>
    public async Task<bool> DeleteAsync(StoredDraft stored, CancellationToken cancellationToken) =>
        (await folders.FindAsync(stored.Draft.EvidenceTicket, cancellationToken) is not { } folder || await cleaner.DropAsync(folder, cancellationToken))
        && await drafts.DeleteAsync(stored, cancellationToken);
}
