using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// The life of one timer function. The state is written after a run, so that a run cut off by a kill counts as missed. However many times were missed,
/// one run makes up for them.
/// </summary>
internal sealed class TimerRun(Function function, Trigger.Timer timer, FunctionPipeline pipeline, ScheduleStates states, TimeProvider clock, ILogger log)
{
    // Waits are cut into pieces, so that a clock set right while the app runs is noticed.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly bool _monitored = timer.UseMonitor && timer.Schedule.Monitored;
    private ScheduleStatus _status = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            if (TakeUp())
                await InvokeAsync(Now, pastDue: true, scheduled: false, stopping);
            else if (timer.RunOnStartup)
                await InvokeAsync(Now, pastDue: false, scheduled: false, stopping);
            while (true)
            {
                for (TimeSpan left; (left = _status.Next - Now) > TimeSpan.Zero;)
                {
                    var wait = Task.Delay(left < LongestWait ? left : LongestWait, clock, stopping);
                    // It counts from now, which may be later than when it was reckoned: a clock that was moved between the two.
                    if (_status.Next > Now)
                        await wait;
                }

                stopping.ThrowIfCancellationRequested();
                await InvokeAsync(Now, pastDue: false, scheduled: true, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception e)
        {
            log.LogCritical(e, "The timer of function {Function} has stopped", function.Name);
        }
    }

    /// <summary>Takes up the schedule where it was left; true when a run was missed since.</summary>
    private bool TakeUp()
    {
        var now = Now;
        var known = _monitored ? states.Find(function.Name) : null;
        _status = known ?? Status(default, now, now);
        if (known is null)
        {
            Store();
            return false;
        }

        var basis = known.Last != default ? known.Last : known.LastUpdated;
        var expected = timer.Schedule.Next(basis);
        if (known.Next != expected)
        {
            // Another schedule than when the state was written: nothing of the new one has been missed.
            _status = now > expected ? Status(default, now, now) : new ScheduleStatus { Next = expected, LastUpdated = basis };
            Store();
        }

        return now > _status.Next;
    }

    private async Task InvokeAsync(DateTime at, bool pastDue, bool scheduled, CancellationToken stopping)
    {
        // The start does not wait for what a timer does.
        if (!scheduled) await Task.Yield();
        for (var repetition = 0; !await TryAsync(pastDue, repetition, stopping) && timer.Retry?.Allows(repetition + 1) == true;)
            await Task.Delay(timer.Retry.DelayBefore(++repetition), clock, stopping);
        _status = Status(at, at, at);
        Store();
    }

    private async Task<bool> TryAsync(bool pastDue, int repetition, CancellationToken stopping)
    {
        await using var context = pipeline.Begin(function, stopping);
        context.TriggerValue = new TimerInfo { IsPastDue = pastDue, ScheduleStatus = _monitored ? _status : null };
        context.Retry = new LocalFunctionContext.Repetition(repetition, timer.Retry?.MaxRetryCount ?? 0);
        try
        {
            await pipeline.RunAsync(context);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Cut off by the stop: it was not made, and counts as missed.
            throw;
        }
        catch (Exception e)
        {
            pipeline.LogFailure(context, e);
            return false;
        }
    }

    private ScheduleStatus Status(DateTime last, DateTime nextAfter, DateTime updated) =>
        new() { Last = last, Next = timer.Schedule.Next(nextAfter), LastUpdated = updated };

    private void Store()
    {
        if (_monitored) states.Store(function.Name, _status);
    }
}
