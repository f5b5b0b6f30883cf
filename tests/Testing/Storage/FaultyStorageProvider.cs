using TitleCertification.Storage;

namespace TitleCertification.Testing.Storage;

/// <summary>Any storage, with faults. Preparing it is not counted and meets none.</summary>
public sealed class FaultyStorageProvider(IStorageProvider provider, Faults faults) : IStorageProvider
{
    public string Name => provider.Name;

    public ITables Tables => new FaultyTables(provider.Tables, faults);

    public IBlobs Blobs => new FaultyBlobs(provider.Blobs, faults);

    public Task PrepareAsync(IReadOnlyCollection<string> tables, IReadOnlyCollection<string> containers, CancellationToken cancellationToken = default) =>
        provider.PrepareAsync(tables, containers, cancellationToken);
}
