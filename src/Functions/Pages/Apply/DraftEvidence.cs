using TitleCertification.Functions.Evidence;
using TitleCertification.Portal.Pages;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The folder of a draft's files. The draft keeps its ticket, sealed like everything else in it.</summary>
public sealed class DraftEvidence(DraftPages drafts, EvidenceFolders folders)
{
    public async Task<FolderContent> ContentAsync(string? ticket, CancellationToken cancellationToken) =>
        await folders.FindAsync(ticket, cancellationToken) is { } folder ? await folders.ContentAsync(folder, cancellationToken) : FolderContent.Empty;

    /// <summary>For the page's script.</summary>
    public static UploadModel Upload(string? ticket) => new("/apply/ticket", ticket, EvidenceTicket.FolderOf(ticket));

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
}
