using TitleCertification.Domain.Evidence;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Evidence;

/// <summary>
/// The bytes of evidence, sealed with the key of their folder: pieces while an upload is under way, files once they have been examined. Names of blobs say nothing of what is in them.
/// </summary>
public sealed class EvidenceBlobs(IBlobs blobs)
{
    private const string Opaque = "application/octet-stream";

    /// <returns>What is stored as this piece: the given bytes, or what an earlier attempt at the same piece has left; null where that one has been used and deleted this very moment.</returns>
    public async Task<ReadOnlyMemory<byte>?> WritePieceAsync(EvidenceFolder folder, string upload, int number, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var name = PieceName(folder.Id, upload, number);
        return await blobs.WriteOnceAsync(ContainerNames.EvidenceParts, name, folder.Key.Seal(content.Span, name), Opaque, cancellationToken)
            ? content
            : await ReadPieceAsync(folder, upload, number, cancellationToken);
    }

    /// <returns>Null when it is not there.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReadPieceAsync(EvidenceFolder folder, string upload, int number, CancellationToken cancellationToken)
    {
        var name = PieceName(folder.Id, upload, number);
        return await blobs.ReadAsync(ContainerNames.EvidenceParts, name, cancellationToken) is { } blob ? (ReadOnlyMemory<byte>?)folder.Key.Open(blob.Content.Span, name) : null;
    }

    /// <summary>Deletes the pieces that count, and the one after them, which may have been stored without counting yet.</summary>
    public async Task DeletePiecesAsync(EvidenceFolder folder, string upload, UploadRow row, CancellationToken cancellationToken)
    {
        for (var number = 0; number <= row.Pieces.Count; number++)
            await blobs.DeleteAsync(ContainerNames.EvidenceParts, PieceName(folder.Id, upload, number), cancellationToken);
    }

    public Task WriteFileAsync(EvidenceFolder folder, string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var name = NameOf(folder.Id, folder.Key, sha256);
        return blobs.WriteOnceAsync(ContainerNames.Evidence, name, folder.Key.Seal(content.Span, name), Opaque, cancellationToken);
    }

    /// <returns>Null when it is not there.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReadFileAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var (key, name) = (CaseKey.Parse(file.Key!), NameOf(file));
        return await blobs.ReadAsync(ContainerNames.Evidence, name, cancellationToken) is { } blob ? (ReadOnlyMemory<byte>?)key.Open(blob.Content.Span, name) : null;
    }

    public Task DeleteFileAsync(EvidenceFolder folder, string sha256, CancellationToken cancellationToken) =>
        blobs.DeleteAsync(ContainerNames.Evidence, NameOf(folder.Id, folder.Key, sha256), cancellationToken);

    /// <summary>Of the blob that holds a file of a case.</summary>
    public static string NameOf(EvidenceFile file) => NameOf(file.Folder!, CaseKey.Parse(file.Key!), file.Sha256);

    private static string NameOf(string folder, CaseKey key, string sha256) => $"{folder}/{key.NameOf(sha256)}";

    private static string PieceName(string folder, string upload, int number) => $"{folder}/{upload}/{number}";
}
