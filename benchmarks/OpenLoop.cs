using System.Diagnostics;

namespace TitleCertification.Bench;

/// <summary>
/// Load as a crowd makes it: a request begins when its time has come, whether or not those before it have been answered, and its time counts from then: a service that stalls is not
/// spared what it made others wait.
/// </summary>
internal static class OpenLoop
{
    /// <param name="ask">Gets the number of the request; throws for a wrong answer.</param>
    /// <returns>What each request took, from the moment it was due, in milliseconds.</returns>
    public static async Task<double[]> RunAsync(int perSecond, TimeSpan duration, Func<int, Task> ask, CancellationToken cancellationToken)
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var took = new double[count];
        var running = new Task[count];
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            // A timer is up to a millisecond late; that is counted too.
            if (due - watch.Elapsed is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, cancellationToken);
            running[i] = OneAsync(i, due);
        }

        await Task.WhenAll(running);
        return took;

        async Task OneAsync(int i, TimeSpan due)
        {
            await ask(i);
            took[i] = (watch.Elapsed - due).TotalMilliseconds;
        }
    }

    /// <param name="share">0.99 for p99.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt((int)Math.Ceiling(values.Count * share) - 1);
}
