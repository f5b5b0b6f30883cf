namespace Microsoft.Azure.Functions.Worker;

/// <summary>Repeats a failed run of a timer function. On other triggers of this runtime it stops the start, as it would do nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    public RetryAttribute() { }

    /// <summary>How often at most; -1 for ever.</summary>
    public int MaxRetryCount { get; set; }
}

/// <summary>Waits the same time before each repetition.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <param name="delayInterval">A time span, <c>hh:mm:ss</c>.</param>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    public string DelayInterval { get; }
}

/// <summary>Waits longer before each repetition.</summary>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <param name="minimumInterval">A time span, <c>hh:mm:ss</c>.</param>
    /// <param name="maximumInterval">A time span, <c>hh:mm:ss</c>.</param>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    public string MinimumInterval { get; }

    public string MaximumInterval { get; }
}
