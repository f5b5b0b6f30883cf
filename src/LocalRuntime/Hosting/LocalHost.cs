using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The built app. Starting takes the steps in order, and turns what stops it into a sentence.</summary>
internal sealed class LocalHost(WebApplication web, HostSettings settings, IReadOnlyList<Function> functions) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => web.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartupException($"{e.Message.TrimEnd('.')}: another program listens there. Stop it, or choose another port with --port.", e);
        }

        var log = Services.GetRequiredService<ILoggerFactory>().CreateLogger("LocalRuntime");
        log.LogInformation("{Count} functions at {Addresses}, data in {Directory}", functions.Count, string.Join(", ", web.Urls), settings.DataDirectory);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => web.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => web.DisposeAsync();
}
