using Microsoft.Extensions.Configuration;
using TitleCertification.Functions.Storage.Azure;
using TitleCertification.Storage;
using TitleCertification.Testing.Storage;

namespace TitleCertification.Functions.Tests.Storage.Conformance;

/// <summary>The Azure adapter on one emulator, started when the first test asks for it and ended with the test run.</summary>
public sealed class AzuriteStorage : IStorageSource, IAsyncLifetime
{
    private Azurite _azurite = null!;
    private AzureStorageProvider _provider = null!;

    public string ConnectionString => _azurite.ConnectionString;

    public Azurite Emulator => _azurite;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        _provider = Provider(_azurite.ConnectionString);
    }

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    public Task<IStorageProvider> OpenAsync() => Task.FromResult<IStorageProvider>(_provider);

    internal static AzureStorageProvider Provider(string connectionString) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)]).Build());
}

[CollectionDefinition(nameof(AzuriteStorage))]
public sealed class AzuriteTests : ICollectionFixture<AzuriteStorage>;

[Collection(nameof(AzuriteStorage))]
public sealed class AzureStorageConformance(AzuriteStorage source) : StorageConformance(source);
