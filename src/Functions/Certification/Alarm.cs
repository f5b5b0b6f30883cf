using Microsoft.DurableTask;

namespace TitleCertification.Functions.Certification;

/// <summary>
/// Waits until the record has changed or a deadline has come. One waiter is kept over all rounds: a waiter that was given up has swallowed
/// a later event in some released versions of the runtime.
/// </summary>
internal sealed class Alarm(TaskOrchestrationContext context)
{
    private Task<int>? change;

    /// <summary>How often it has rung.</summary>
    public int Rings { get; private set; }

    /// <returns>The version the record is said to be at, or null when the deadline has come first.</returns>
    public async Task<int?> RingsAsync(DateTime? deadline)
    {
        Rings++;
        change ??= context.WaitForExternalEvent<int>(CaseProcess.Changed);
        if (deadline is { } at)
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimer(at, cancellation.Token);
            if (await Task.WhenAny(change, timer) == timer)
                return null;
            // A timer that is left running keeps the instance alive until it fires.
            // Not CancelAsync: an orchestrator awaits nothing but its own runtime's tasks.
            cancellation.Cancel();
        }

        var version = await change;
        change = null;
        return version;
    }
}
