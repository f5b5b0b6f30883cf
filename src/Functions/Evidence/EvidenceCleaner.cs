using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Evidence;

/// <summary>Empties folders. What breaks off is done again.</summary>
public sealed class EvidenceCleaner(EvidenceTable table, EvidenceBlobs blobs, IBlobs all, CaseEvidence evidence)
{
    /// <summary>Of a folder that has expired: everything but the files that its case names.</summary>
    /// <returns>False when the folder was written meanwhile: the next time, then.</returns>
    public async Task<bool> CleanAsync(string id, CancellationToken cancellationToken)
    {
        if (await table.ReadFolderAsync(id, cancellationToken) is not { } folder)
            return true;
        if (await table.ReplaceFolderAsync(folder, folder.Row with { Closed = true }, cancellationToken) is null)
            return false;
        var kept = DossierNumber.TryParse(folder.Dossier, out var dossier)
            ? (await evidence.AllAsync(dossier, cancellationToken)).Where(file => file.Folder == id).Select(file => file.Sha256).ToHashSet()
            : [];
        await EmptyAsync(id, kept, cancellationToken);
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
        foreach (var name in await all.ListAsync(ContainerNames.EvidenceParts, $"{id}/", cancellationToken))
            await all.DeleteAsync(ContainerNames.EvidenceParts, name, cancellationToken);
        foreach (var name in await all.ListAsync(ContainerNames.Evidence, $"{id}/", cancellationToken))
        {
            var sha256 = name[(id.Length + 1)..];
            if (!kept.Contains(sha256))
                await blobs.DeleteFileAsync(id, sha256, cancellationToken);
        }

        await table.RemoveAllAsync(id, cancellationToken);
    }
}
