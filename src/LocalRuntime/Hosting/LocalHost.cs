using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The built app. Starting takes the steps in order, and turns what stops it into a sentence.</summary>
internal sealed class LocalHost(WebApplication web, HostSettings settings, DataDirectory data, Azurite? emulator, SampleIdentityProvider? provider, TimerTriggers timers, int functions)
    : IHost, IAsyncDisposable
{
    public IServiceProvider Services => web.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        data.Acquire();
        if (emulator is not null)
            await emulator.WaitUntilReadyAsync(cancellationToken);
        else if (settings is { UsesStorageAccount: true, StorageConnection: { } connection })
            await StorageAccount.CheckAsync(connection, cancellationToken);

        if (provider is not null)
            await provider.WaitUntilReadyAsync(cancellationToken);

        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartupException($"{e.Message.TrimEnd('.')}: another program listens there. Stop it, or choose another port with --port.", e);
        }

        timers.Start();
        StartupException.AppHasStarted();
        Services.GetRequiredService<ILogger<LocalHost>>().LogDebug("{Functions} functions, data in {Directory}", functions, data.Path);
        // A line of its own and nothing around it: scripts wait for it.
        Console.Out.WriteLine($"Listening on {web.Urls.First()}");
        Console.Out.Flush();
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await timers.StopAsync(cancellationToken);
        await web.StopAsync(cancellationToken);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await timers.DisposeAsync();
        await web.DisposeAsync();
        if (emulator is not null) await emulator.DisposeAsync();
        if (provider is not null) await provider.DisposeAsync();
        data.Dispose();
    }
}
