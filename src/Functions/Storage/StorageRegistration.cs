using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TitleCertification.Functions.Storage.Azure;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage;

/// <summary>Where the service keeps its rows and blobs.</summary>
public static class StorageRegistration
{
    // Nobody waits for a read model, and half a second of many cases share one batch of a work queue.
    private static readonly TimeSpan ProjectionLinger = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// Registers <see cref="ITables"/>, <see cref="IBlobs"/>, <see cref="Projector"/> and <see cref="Allotter"/> over the provider that the setting <c>Storage</c> names: "azure", "azurite" or
    /// nothing for a storage account or its emulator, or the name of another <see cref="IStorageProvider"/> that has been registered, such as "sqlite".
    /// Tables and containers are prepared before the first function runs; a storage that cannot be opened stops the start with a <see cref="StorageUnavailableException"/>.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IStorageProvider>(_ => new AzureStorageProvider(configuration));
        services.AddSingleton(provider => new ChosenStorage(Choose(configuration["Storage"], provider.GetServices<IStorageProvider>())));
        services.AddSingleton<ITables>(provider => new CountedTables(provider.GetRequiredService<ChosenStorage>().Provider.Tables));
        services.AddSingleton<IBlobs>(provider => new CountedBlobs(provider.GetRequiredService<ChosenStorage>().Provider.Blobs));
        services.AddSingleton(provider => new Projector(provider.GetRequiredService<ITables>(), provider.GetRequiredService<TimeProvider>(), ProjectionLinger));
        services.AddSingleton(provider => new Allotter(provider.GetRequiredService<ITables>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<StoragePreparation>();
        return services;
    }

    private static IStorageProvider Choose(string? setting, IEnumerable<IStorageProvider> providers)
    {
        var name = string.IsNullOrEmpty(setting) || setting.Equals("azurite", StringComparison.OrdinalIgnoreCase) ? "azure" : setting;
        var registered = providers.ToList();
        return registered.LastOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new StorageUnavailableException(
            $"The setting Storage is '{setting}'; it must be one of: azurite, {string.Join(", ", registered.Select(provider => provider.Name).Distinct().Order())}.");
    }

    internal sealed record ChosenStorage(IStorageProvider Provider);

    /// <summary>Runs in <see cref="StartingAsync"/>, before any hosted service starts, and so before the runtime calls a function.</summary>
    private sealed class StoragePreparation(ChosenStorage storage) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) =>
            storage.Provider.PrepareAsync(TableNames.All, ContainerNames.All, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
