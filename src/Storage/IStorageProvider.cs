namespace TitleCertification.Storage;

/// <summary>One way to keep rows and blobs. The setting <c>Storage</c> picks one by its name.</summary>
public interface IStorageProvider
{
    /// <summary>"azure" (a storage account or the emulator) or "sqlite" (one file on one machine).</summary>
    string Name { get; }

    ITables Tables { get; }

    IBlobs Blobs { get; }

    /// <summary>Makes sure that tables and containers are there and can be reached.</summary>
    /// <exception cref="StorageUnavailableException">With a sentence for the person who started the service.</exception>
    Task PrepareAsync(IReadOnlyCollection<string> tables, IReadOnlyCollection<string> containers, CancellationToken cancellationToken = default);
}

/// <summary>Storage did not answer, or not in time. What was asked may or may not have happened.</summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException(string message, Exception? innerException = null) : base(message, innerException) { }

    public StorageUnavailableException() { }

    public StorageUnavailableException(string message) : base(message) { }
}
