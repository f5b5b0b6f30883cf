using System.Diagnostics;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

internal static class RandomKills
{
    // On a slow machine the service hardly gets anything done between two kills: after a minute it is left alone.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Kills the service now and then until told to stop; at most so often, and after three no longer than a minute, because the cases have to come to an end.</summary>
    /// <returns>How often.</returns>
    public static async Task<int> RunAsync(Supervisor supervisor, int most, CancellationToken cancellationToken)
    {
        var random = new Random(20261123);
        var (kills, began) = (0, Stopwatch.GetTimestamp());
        try
        {
            for (; kills < most && (kills < 3 || Stopwatch.GetElapsedTime(began) < Longest); kills++)
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
