namespace TitleCertification.Storage;

/// <summary>Blobs that are written once and never changed; what is no longer needed is deleted.</summary>
public interface IBlobs
{
    /// <returns>False when a blob of that name is there already: it is left as it is.</returns>
    /// <exception cref="StorageUnavailableException">The blob may or may not have been written, but never in part. No implementation repeats the write by itself.</exception>
    /// <exception cref="ArgumentException">A name or the content breaks <see cref="Limits"/>.</exception>
    Task<bool> WriteOnceAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default);

    /// <returns>The whole content, or null where there is none.</returns>
    Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellationToken = default);

    /// <summary>Afterwards there is no blob of that name, whether there was one or not.</summary>
    /// <exception cref="StorageUnavailableException">It may or may not have been deleted: deleting again does no harm.</exception>
    Task DeleteAsync(string container, string name, CancellationToken cancellationToken = default);

    /// <summary>The names that begin with <paramref name="prefix"/>, by ordinal. Never on the path of a request: the cost grows with what is there.</summary>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> cannot begin a name.</exception>
    Task<IReadOnlyList<string>> ListAsync(string container, string prefix, CancellationToken cancellationToken = default);
}

public sealed record StoredBlob(ReadOnlyMemory<byte> Content, string ContentType);
