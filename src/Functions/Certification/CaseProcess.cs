using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Certification;

/// <summary>
/// Starts and wakes the orchestration of a case. The record is committed before: what fails here costs a delay until the sweep, never a
/// decision, and is therefore logged and not passed on to the caller.
/// </summary>
public sealed class CaseProcess(ILogger<CaseProcess> logger)
{
    /// <summary>The event that says "look again, the record is at this version".</summary>
    public const string Changed = nameof(Changed);

    public Task StartAsync(DurableTaskClient orchestrations, Application state, CancellationToken cancellationToken) => TryAsync("start", state, async () =>
    {
        if (state.IsClosed)
            return;
        try
        {
            var dossier = state.Dossier.ToString();
            await orchestrations.ScheduleNewOrchestrationInstanceAsync(
                nameof(CertifyTitle), new CaseReference(state.Dossier), new StartOrchestrationOptions(dossier), cancellationToken);
        }
        catch (Exception e) when (e.GetType().Name == "OrchestrationAlreadyExistsException")
        {
            // A repeated submission: the process is running. The type lives in a package that the app does not reference otherwise.
        }
    });

    public Task WakeAsync(DurableTaskClient orchestrations, Application state, CancellationToken cancellationToken) =>
        TryAsync("wake", state, () => orchestrations.RaiseEventAsync(state.Dossier.ToString(), Changed, state.Version, cancellationToken));

    private async Task TryAsync(string what, Application state, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "Could not {What} the process of {Dossier}; the sweep will.", what, state.Dossier);
        }
    }
}
