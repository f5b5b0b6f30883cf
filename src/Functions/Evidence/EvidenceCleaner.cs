using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Evidence;

/// <summary>Empties folders. What breaks off is done again.</summary>
public sealed class EvidenceCleaner(EvidenceTable table, IBlobs blobs, CaseEvidence evidence)
{
    /// <summary>Of a folder that has expired: everything but the files that its case names.</summary>
    /// <returns>False when the folder was written meanwhile: the next time, then.</returns>
    public async Task<bool> CleanAsync(string id, CancellationToken cancellationToken)
    {
        // A folder loses its own row last: without one, somebody else has emptied it, and what is left is the files that its case names.
        if (await table.CloseAsync(id, cancellationToken) is not var (closed, owner))
            return true;
        if (!closed)
            return false;
        var kept = DossierNumber.TryParse(owner, out var dossier)
            ? (await evidence.AllAsync(dossier, cancellationToken)).Where(file => file.Folder == id).Select(EvidenceBlobs.NameOf).ToHashSet()
            : [];
        await EmptyAsync(id, kept, cancellationToken);
        return true;
    }

    /// <summary>A folder whose submission will not be made, whole.</summary>
    /// <returns>False when it was written meanwhile, or has been submitted.</returns>
    public async Task<bool> DropAsync(EvidenceFolder folder, CancellationToken cancellationToken)
    {
        if (folder.Row.Dossier is not null || await table.ReplaceFolderAsync(folder, folder.Row with { Closed = true }, cancellationToken) is null)
            return false;
        await EmptyAsync(folder.Id, [], cancellationToken);
        return true;
    }

    /// <summary>Of a case that is being erased: every folder that its facts name, whole. To be called while the facts can still be read.</summary>
    public async Task EraseAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        foreach (var folder in (await evidence.AllAsync(dossier, cancellationToken)).Select(file => file.Folder).OfType<string>().Distinct())
            await EmptyAsync(folder, [], cancellationToken);
    }

    private async Task EmptyAsync(string id, HashSet<string> kept, CancellationToken cancellationToken)
    {
        foreach (var name in await blobs.ListAsync(ContainerNames.EvidenceParts, $"{id}/", cancellationToken))
            await blobs.DeleteAsync(ContainerNames.EvidenceParts, name, cancellationToken);
        foreach (var name in (await blobs.ListAsync(ContainerNames.Evidence, $"{id}/", cancellationToken)).Where(name => !kept.Contains(name)))
            await blobs.DeleteAsync(ContainerNames.Evidence, name, cancellationToken);
        await table.RemoveAllAsync(id, cancellationToken);
    }
}
