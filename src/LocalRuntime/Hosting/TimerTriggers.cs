using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>Runs the timer functions at their times. A function does not overlap itself.</summary>
internal sealed class TimerTriggers(
    IReadOnlyList<Function> functions, FunctionPipeline pipeline, DataDirectory data, TimeProvider clock, ILogger<TimerTriggers> log) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private List<Task> _timers = [];

    public void Start()
    {
        var states = new ScheduleStates(data.File("timers.json"));
        _timers =
        [
            .. from function in functions
               where function.Trigger is Trigger.Timer
               select new TimerRun(function, (Trigger.Timer)function.Trigger, pipeline, states, clock, log).RunAsync(_stopping.Token),
        ];
    }

    /// <summary>Starts no further run and waits for those under way; they see the cancellation.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        try
        {
            await Task.WhenAll(_timers).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Out of time. A run that is cut off is made up for at the next start.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _stopping.Dispose();
    }
}
