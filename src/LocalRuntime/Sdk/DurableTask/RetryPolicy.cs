using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask;

/// <summary>Retries on a schedule: the wait is <c>firstRetryInterval * backoffCoefficient^n</c>, at most <c>maxRetryInterval</c>.</summary>
public class RetryPolicy
{
    /// <param name="maxNumberOfAttempts">Attempts in all, the first included; at least 1.</param>
    /// <param name="firstRetryInterval">The wait before the second attempt; above zero.</param>
    /// <param name="backoffCoefficient">At least 1.</param>
    /// <param name="maxRetryInterval">The longest wait; one hour unless said, unlimited when <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <param name="retryTimeout">No attempt starts later than this after the first one; unlimited unless said.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value outside what its line says.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts, TimeSpan firstRetryInterval, double backoffCoefficient = 1, TimeSpan? maxRetryInterval = null, TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumberOfAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1);
        NotShorterThanFirst(maxRetryInterval, nameof(maxRetryInterval));
        NotShorterThanFirst(retryTimeout, nameof(retryTimeout));

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
        Handle = _ => true;

        void NotShorterThanFirst(TimeSpan? value, string name)
        {
            if (value is { } given && given != Timeout.InfiniteTimeSpan && given < firstRetryInterval)
                throw new ArgumentOutOfRangeException(name, given, $"It must not be shorter than the first retry interval, {firstRetryInterval}.");
        }
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    public Func<Exception, bool> Handle { get; private init; }

    /// <summary>Never asked, here as in the SDK: use <see cref="HandleFailure"/> or a retry handler.</summary>
    public Func<Exception, Task<bool>>? HandleAsync { get; set; }

    /// <summary>Whether a failure is worth another attempt; every failure is, unless this says otherwise.</summary>
    [SuppressMessage("Design", "CA1044:Properties should not be write only", Justification = "The SDK's shape.")]
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = failure => failure is TaskFailedException failed
            ? value(failed.FailureDetails)
            : throw new InvalidOperationException("Only a failed task can be asked about.", failure);
    }
}
