using System.Diagnostics;

namespace TitleCertification.Bench;

/// <summary>
/// Load as a crowd makes it: a request begins when its time has come, whether or not those before it have been answered, and its time counts from then: a service that stalls is not
/// spared what it made others wait.
/// </summary>
internal static class OpenLoop
{
    /// <param name="ask">Gets the number of the request; throws for a wrong answer.</param>
    public static async Task<Request[]> RunAsync(int perSecond, TimeSpan duration, Func<int, Task> ask, CancellationToken cancellationToken)
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var requests = new Request[count];
        var running = new Task[count];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            // A timer counts in whole milliseconds: the rest is waited for awake. What it is late is counted too.
            if (due - Stopwatch.GetElapsedTime(started) is var wait && wait > TimeSpan.FromMilliseconds(1))
                await Task.Delay(wait, cancellationToken);
            while (Stopwatch.GetElapsedTime(started) < due)
                Thread.SpinWait(20);
            running[i] = OneAsync(i, due);
        }

        await Task.WhenAll(running);
        return requests;

        async Task OneAsync(int i, TimeSpan due)
        {
            await ask(i);
            requests[i] = new(started + (long)(due.TotalSeconds * Stopwatch.Frequency), Stopwatch.GetTimestamp());
        }
    }

    /// <param name="share">0.99 for p99.</param>
    /// <returns>In milliseconds.</returns>
    public static double Percentile(IReadOnlyCollection<Request> requests, double share) =>
        requests.Select(request => request.Milliseconds).Order().ElementAt((int)Math.Ceiling(requests.Count * share) - 1);
}

/// <summary>From the moment it was due until it was answered, as timestamps of <see cref="Stopwatch"/>.</summary>
internal readonly record struct Request(long Due, long Answered)
{
    public double Milliseconds => Stopwatch.GetElapsedTime(Due, Answered).TotalMilliseconds;
}
