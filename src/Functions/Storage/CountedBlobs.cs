using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage;

/// <summary>Counts what passes through: see <see cref="StorageMeter"/>.</summary>
internal sealed class CountedBlobs(IBlobs blobs) : IBlobs
{
    public Task<bool> WriteOnceAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default)
    {
        StorageMeter.Count("write-once", container);
        return blobs.WriteOnceAsync(container, name, content, contentType, cancellationToken);
    }

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        StorageMeter.Count("read-blob", container);
        return blobs.ReadAsync(container, name, cancellationToken);
    }

    public Task DeleteAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        StorageMeter.Count("delete-blob", container);
        return blobs.DeleteAsync(container, name, cancellationToken);
    }

    public Task<IReadOnlyList<string>> ListAsync(string container, string prefix, CancellationToken cancellationToken = default)
    {
        StorageMeter.Count("list-blobs", container);
        return blobs.ListAsync(container, prefix, cancellationToken);
    }
}
