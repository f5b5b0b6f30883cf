using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>One running service for the tests that only ask it.</summary>
public sealed class Service : IAsyncLifetime
{
    private readonly TemporaryDirectory data = new();
    private ServiceProcess? process;

    public ServiceApi Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        process = await ServiceProcess.StartAsync(data.Path);
        Api = new ServiceApi(process.Address);
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await process!.DisposeAsync();
        data.Dispose();
    }
}

[CollectionDefinition(nameof(Service))]
public sealed class ServiceCollectionFixture : ICollectionFixture<Service>;
