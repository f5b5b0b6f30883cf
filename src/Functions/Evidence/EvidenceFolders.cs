using TitleCertification.Domain.Evidence;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>Opens folders and finds what is in them, for the API and for the portal alike.</summary>
public sealed class EvidenceFolders(EvidenceTable table, EvidenceBlobs blobs, TimeProvider clock)
{
    /// <param name="dossier">The case whose correction the files are for; null for a new submission.</param>
    /// <param name="until">Open at least until then.</param>
    public async Task<OpenedFolder> OpenAsync(string? dossier, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var ticket = EvidenceTicket.Make();
        var expiresAt = clock.GetUtcNow() + EvidenceLimits.FolderLifetime;
        if (until > expiresAt)
            expiresAt = until.Value;
        await table.AddFolderAsync(EvidenceTicket.FolderOf(ticket)!, new(dossier, null, expiresAt), cancellationToken);
        return new(ticket, expiresAt);
    }

    /// <summary>The folder of a ticket, for looking into it.</summary>
    public async Task<EvidenceFolder?> FindAsync(string? ticket, CancellationToken cancellationToken) =>
        EvidenceTicket.FolderOf(ticket) is { } id && await table.ReadFolderAsync(id, EvidenceTicket.KeyOf(ticket!), cancellationToken) is { Row.Closed: false } folder && folder.Row.ExpiresAt > clock.GetUtcNow() ? folder : null;

    /// <summary>The folder of a ticket, for changing what is in it.</summary>
    /// <returns>Exactly one of folder and problem.</returns>
    public async Task<(EvidenceFolder? Folder, Problems.Problem? Problem)> FindOpenAsync(string? ticket, CancellationToken cancellationToken) =>
        await FindAsync(ticket, cancellationToken) switch
        {
            null => (null, EvidenceProblems.TicketUnknown),
            { Row.SubmittedAs: not null } => (null, EvidenceProblems.TicketUsed),
            var folder => (folder, null),
        };

    /// <summary>The files that a submission (no dossier yet) or an answer of this dossier may name; none where the ticket is not theirs.</summary>
    public async Task<(EvidenceFolder? Folder, IReadOnlyDictionary<string, EvidenceFile> Files)> BringAsync(string? ticket, string? dossier, CancellationToken cancellationToken)
    {
        if (await FindAsync(ticket, cancellationToken) is not { } folder || folder.Row.OpenedFor != dossier)
            return (null, new Dictionary<string, EvidenceFile>());
        return (folder, (await FilesAsync(folder, cancellationToken)).ToDictionary(file => file.Sha256));
    }

    public async Task<IReadOnlyList<EvidenceFile>> FilesAsync(EvidenceFolder folder, CancellationToken cancellationToken) =>
        (await ContentAsync(folder, cancellationToken)).Files;

    public Task<FolderContent> ContentAsync(EvidenceFolder folder, CancellationToken cancellationToken) => table.ReadContentAsync(folder, cancellationToken);

    /// <summary>From here on the files are those of the dossier: nothing is added or taken out, and no other submission can use them.</summary>
    /// <param name="key">Of the submission; null for an answer to a correction request.</param>
    /// <returns>False when they are another dossier's, or the folder is gone.</returns>
    public async Task<bool> SubmitAsync(EvidenceFolder folder, string dossier, string? key, CancellationToken cancellationToken)
    {
        var current = folder;
        for (var attempt = 0; attempt < EvidenceTable.Tries && current is { Row.Closed: false }; attempt++)
        {
            if (current.Row.SubmittedAs is { } before)
                return before == dossier;
            if (await table.ReplaceFolderAsync(current, current.Row with { SubmittedAs = dossier, Key = key }, cancellationToken) is not null)
                return true;
            current = await table.ReadAgainAsync(folder, cancellationToken);
        }

        return false;
    }

    /// <param name="indicator">The indicator that the file is no longer evidence of; the file goes with its last one. Null for all of them.</param>
    /// <returns>False when there is no such file.</returns>
    public async Task<bool> RemoveAsync(EvidenceFolder folder, string sha256, string? indicator, CancellationToken cancellationToken)
    {
        for (var (attempt, current) = (0, folder); attempt < EvidenceTable.Tries && current is { Row: { Closed: false, SubmittedAs: null } }; attempt++)
        {
            var content = await ContentAsync(folder, cancellationToken);
            if (content.Files.All(file => file.Sha256 != sha256))
                return false;
            var (going, staying) = (content.Uses.Where(use => use.Sha256 == sha256 && Goes(use)), content.Uses.Where(use => use.Sha256 == sha256 && !Goes(use)));
            // The row first: a file that is listed can be had.
            if (await table.RemoveFileAsync(current, sha256, going, whole: !staying.Any(), cancellationToken))
            {
                if (!staying.Any())
                    await blobs.DeleteFileAsync(folder, sha256, cancellationToken);
                return true;
            }

            current = await table.ReadAgainAsync(folder, cancellationToken);
        }

        return false;

        bool Goes(FileUse use) => indicator is null || use.For == indicator;
    }
}

/// <param name="Ticket">Given once; it cannot be had again.</param>
public sealed record OpenedFolder(string Ticket, DateTimeOffset ExpiresAt);
