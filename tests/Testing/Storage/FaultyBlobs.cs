using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Testing.Storage;

/// <summary>Any blobs, with faults. The keys of cookies are read at no fixed place of a path: those requests are not counted.</summary>
public sealed class FaultyBlobs(IBlobs blobs, Faults faults) : IBlobs
{
    public Task<bool> WriteOnceAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default) =>
        container == ContainerNames.Keys ? blobs.WriteOnceAsync(container, name, content, contentType, cancellationToken) : faults.PassAsync("write-once", container, name, [], null, () => blobs.WriteOnceAsync(container, name, content, contentType, cancellationToken));

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellationToken = default) =>
        container == ContainerNames.Keys ? blobs.ReadAsync(container, name, cancellationToken) : faults.PassAsync("read-blob", container, name, [], null, () => blobs.ReadAsync(container, name, cancellationToken));

    public Task DeleteAsync(string container, string name, CancellationToken cancellationToken = default) =>
        faults.PassAsync("delete-blob", container, name, [], null, async () =>
        {
            await blobs.DeleteAsync(container, name, cancellationToken);
            return true;
        });

    public Task<IReadOnlyList<string>> ListAsync(string container, string prefix, CancellationToken cancellationToken = default) =>
        faults.PassAsync("list-blobs", container, prefix, [], null, () => blobs.ListAsync(container, prefix, cancellationToken));
}
