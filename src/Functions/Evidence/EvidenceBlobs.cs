using TitleCertification.Domain.Evidence;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Evidence;

/// <summary>The bytes of evidence: pieces while an upload is under way, files once they have been examined.</summary>
public sealed class EvidenceBlobs(IBlobs blobs)
{
    private const string Opaque = "application/octet-stream";

    /// <returns>What is stored as this piece: the given bytes, or what an earlier attempt at the same piece has left.</returns>
    public async Task<ReadOnlyMemory<byte>> WritePieceAsync(string folder, string upload, int number, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var name = PieceName(folder, upload, number);
        if (await blobs.WriteOnceAsync(ContainerNames.EvidenceParts, name, content, Opaque, cancellationToken))
            return content;
        return (await blobs.ReadAsync(ContainerNames.EvidenceParts, name, cancellationToken))?.Content ?? throw new StorageUnavailableException($"The piece {name} was refused as existing and is not there.");
    }

    /// <returns>Null when it is not there.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReadPieceAsync(string folder, string upload, int number, CancellationToken cancellationToken) =>
        (await blobs.ReadAsync(ContainerNames.EvidenceParts, PieceName(folder, upload, number), cancellationToken))?.Content;

    /// <summary>Deletes the pieces that count, and the one after them, which may have been stored without counting yet.</summary>
    public async Task DeletePiecesAsync(string folder, string upload, UploadRow row, CancellationToken cancellationToken)
    {
        for (var number = 0; number <= row.Pieces.Count; number++)
            await blobs.DeleteAsync(ContainerNames.EvidenceParts, PieceName(folder, upload, number), cancellationToken);
    }

    public Task WriteFileAsync(string folder, string sha256, ReadOnlyMemory<byte> content, string type, CancellationToken cancellationToken) =>
        blobs.WriteOnceAsync(ContainerNames.Evidence, $"{folder}/{sha256}", content, type, cancellationToken);

    /// <returns>Null when it is not there.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReadFileAsync(EvidenceFile file, CancellationToken cancellationToken) =>
        (await blobs.ReadAsync(ContainerNames.Evidence, $"{file.Folder}/{file.Sha256}", cancellationToken))?.Content;

    public Task DeleteFileAsync(string folder, string sha256, CancellationToken cancellationToken) =>
        blobs.DeleteAsync(ContainerNames.Evidence, $"{folder}/{sha256}", cancellationToken);

    private static string PieceName(string folder, string upload, int number) => $"{folder}/{upload}/{number}";
}
