using TitleCertification.Functions.Storage;

namespace TitleCertification.Functions.RateLimits;

/// <summary>
/// So many requests in a while for each caller, as many at once. Memory is bounded: whoever was not heard of for longest is forgotten, which is
/// as if he had been silent for that while.
/// </summary>
/// <param name="most">0: no limit.</param>
internal sealed class RateLimit(int most, TimeSpan within, TimeProvider clock)
{
    private const int Callers = 50_000;

    private readonly Recent<string, Bucket> buckets = new(Callers);

    public int Known => buckets.Count;

    /// <returns>Null when the request may pass; else how long until the next one may.</returns>
    public TimeSpan? Ask(string caller)
    {
        if (most == 0)
            return null;
        var (now, rate) = (clock.GetUtcNow(), most / within.TotalSeconds);
        var passes = false;
        var bucket = buckets.Change(caller, before =>
        {
            var tokens = before is null ? most : Math.Min(most, before.Tokens + ((now - before.At).TotalSeconds * rate));
            passes = tokens >= 1;
            return new(passes ? tokens - 1 : tokens, now);
        });
        return passes ? null : TimeSpan.FromSeconds((1 - bucket.Tokens) / rate);
    }

    private sealed record Bucket(double Tokens, DateTimeOffset At);
}
