using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>How a failed timer run is repeated.</summary>
internal sealed record RetryPolicy(int MaxRetryCount, TimeSpan First, TimeSpan Longest)
{
    public static RetryPolicy? Of(MethodInfo method, Func<string, StartupException> refuse) => method.GetCustomAttribute<RetryAttribute>() switch
    {
        FixedDelayRetryAttribute retry => new(retry.MaxRetryCount, Interval(retry.DelayInterval, refuse), Interval(retry.DelayInterval, refuse)),
        ExponentialBackoffRetryAttribute retry => new(
            retry.MaxRetryCount, Interval(retry.MinimumInterval, refuse), Interval(retry.MaximumInterval, refuse)),
        null => null,
        var other => throw refuse($"its retry attribute {other.GetType().Name} is not known"),
    };

    public bool Allows(int repetition) => MaxRetryCount == -1 || repetition <= MaxRetryCount;

    /// <summary>The wait before the n-th repetition, counted from 1: doubled each time, up to the longest.</summary>
    public TimeSpan DelayBefore(int repetition) => First * Math.Min(Math.Pow(2, repetition - 1), Longest / First);

    private static TimeSpan Interval(string text, Func<string, StartupException> refuse) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? interval
            : throw refuse($"the interval '{text}' of its retry attribute is not a time span above zero");
}
