using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Storage;

public sealed class StorageRegistrationTests
{
    private static ServiceProvider Services(string? setting, params IStorageProvider[] providers)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage", setting), new("AzureWebJobsStorage", "UseDevelopmentStorage=true")]).Build();
        var services = new ServiceCollection();
        foreach (var provider in providers)
            services.AddSingleton(provider);
        return services.AddStorage(configuration).BuildServiceProvider();
    }

    [Fact]
    public async Task AddStorage_NamedProvider_IsPreparedBeforeAnythingStartsAndServesTheApp()
    {
        using var sqlite = new SqliteStorageProvider(SqliteStorageProvider.InMemory);
        await using var services = Services("SQLite", sqlite);
        foreach (var hosted in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await hosted.StartingAsync(default);

        await services.GetRequiredService<ITables>().CommitAsync(TableNames.Applications, "p", [new RowChange.Insert("a", "1")]);
        await services.GetRequiredService<IBlobs>().WriteOnceAsync(ContainerNames.Certificates, "a", new byte[1], "text/plain");
        await services.GetRequiredService<Projector>().WriteAsync(TableNames.WorkQueue, "p", [new Projection.Put("a", "1")]);
        var run = new NumberRun(TableNames.Register, "p", "counter", TimeSpan.Zero);
        Assert.Equal(1, (await services.GetRequiredService<Allotter>().AllotAsync(run, new("app:a", _ => new("{}", [])))).Number);

        Assert.NotNull(await sqlite.Tables.ReadAsync(TableNames.Applications, "p", "a"));
        Assert.NotNull(await sqlite.Tables.ReadAsync(TableNames.WorkQueue, "p", "a"));
        Assert.NotNull(await sqlite.Tables.ReadAsync(TableNames.Register, "p", "app:a"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("azure")]
    [InlineData("azurite")]
    public void AddStorage_AccountOrEmulatorOrNothing_TakesAzureAndOpensNoFile(string? setting)
    {
        using var untouched = new SqliteStorageProvider("/dev/null/cannot/be/made");
        using var services = Services(setting, untouched);

        Assert.NotNull(services.GetRequiredService<ITables>());
        Assert.NotNull(services.GetRequiredService<IBlobs>());
    }

    [Fact]
    public void AddStorage_UnknownName_SaysWhichThereAre()
    {
        using var sqlite = new SqliteStorageProvider(SqliteStorageProvider.InMemory);
        using var services = Services("postgres", sqlite);

        var failure = Assert.Throws<StorageUnavailableException>(services.GetRequiredService<ITables>);
        Assert.Equal("The setting Storage is 'postgres'; it must be one of: azurite, azure, sqlite.", failure.Message);
    }

    [Fact]
    public async Task Counter_EveryOperation_IsCountedByOperationAndTable()
    {
        var counted = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == StorageMeter.Name)
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, tags, _) =>
        {
            var pairs = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!);
            counted.Add($"{pairs["operation"]} {pairs["table"]} {measurement}");
        });
        listener.Start();

        using var sqlite = new SqliteStorageProvider(SqliteStorageProvider.InMemory);
        await sqlite.PrepareAsync(["Counted"], ["counted"]);
        var tables = new CountedTables(sqlite.Tables);
        var blobs = new CountedBlobs(sqlite.Blobs);
        await tables.ReadAsync("Counted", "p", "a");
        await tables.ReadRangeAsync("Counted", "p", "a", "b", 1);
        await tables.CommitAsync("Counted", "p", [new RowChange.Insert("a", "1"), new RowChange.Insert("b", "1")]);
        await blobs.WriteOnceAsync("counted", "a", new byte[1], "text/plain");
        await blobs.ReadAsync("counted", "a");

        Assert.Equal(
            ["commit Counted 1", "range Counted 1", "read Counted 1", "read-blob counted 1", "write-once counted 1"],
            counted.Where(line => line.Contains("counted", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
    }
}
