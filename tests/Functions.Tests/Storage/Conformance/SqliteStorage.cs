using TitleCertification.LocalStorage;
using TitleCertification.Storage;
using TitleCertification.Testing.Storage;

namespace TitleCertification.Functions.Tests.Storage.Conformance;

public sealed class SqliteFile : IStorageSource, IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("storage-");
    private readonly SqliteStorageProvider _provider;

    public SqliteFile() => _provider = new(Path.Combine(_directory.FullName, "new", "storage.db"));

    public Task<IStorageProvider> OpenAsync() => Task.FromResult<IStorageProvider>(_provider);

    public void Dispose()
    {
        _provider.Dispose();
        _directory.Delete(recursive: true);
    }
}

public sealed class SqliteMemory : IStorageSource, IDisposable
{
    private readonly SqliteStorageProvider _provider = new(SqliteStorageProvider.InMemory);

    public Task<IStorageProvider> OpenAsync() => Task.FromResult<IStorageProvider>(_provider);

    public void Dispose() => _provider.Dispose();
}

public sealed class NoFaults : IStorageSource, IDisposable
{
    private readonly SqliteStorageProvider _provider = new(SqliteStorageProvider.InMemory);

    public Task<IStorageProvider> OpenAsync() => Task.FromResult<IStorageProvider>(new FaultyStorageProvider(_provider, new Faults()));

    public void Dispose() => _provider.Dispose();
}

public sealed class SqliteFileConformance(SqliteFile source) : StorageConformance(source), IClassFixture<SqliteFile>;

public sealed class SqliteMemoryConformance(SqliteMemory source) : StorageConformance(source), IClassFixture<SqliteMemory>;

public sealed class FaultyStorageConformance(NoFaults source) : StorageConformance(source), IClassFixture<NoFaults>;
