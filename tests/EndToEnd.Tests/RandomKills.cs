using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

internal static class RandomKills
{
    /// <summary>Kills the service now and then until told to stop; at most so often, because the cases have to come to an end.</summary>
    /// <returns>How often.</returns>
    public static async Task<int> RunAsync(Supervisor supervisor, int most, CancellationToken cancellationToken)
    {
        var random = new Random(20261123);
        var kills = 0;
        try
        {
            for (; kills < most; kills++)
            {
                await Task.Delay(random.Next(1500, 4000), cancellationToken);
                await supervisor.KillAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // All cases are done.
        }

        return kills;
    }
}
