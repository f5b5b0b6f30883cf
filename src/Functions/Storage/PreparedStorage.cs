using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage;

/// <summary>Storage for a command that serves nothing: what the host does at its start is not done then.</summary>
internal static class PreparedStorage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits for an emulator that is still starting.</summary>
    /// <exception cref="StorageUnavailableException">It does not answer.</exception>
    public static async Task WaitAsync(IServiceProvider services)
    {
        var storage = services.GetRequiredService<StorageRegistration.ChosenStorage>().Provider;
        var clock = services.GetRequiredService<TimeProvider>();
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await storage.PrepareAsync(TableNames.All, ContainerNames.All);
                return;
            }
            catch (StorageUnavailableException) when (clock.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock);
            }
        }
    }
}
