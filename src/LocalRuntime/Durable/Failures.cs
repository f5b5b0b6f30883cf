using System.Text.Json;
using Microsoft.DurableTask;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>Failures as text: the whole chain of causes, as the SDK shows it on the other side of a task boundary.</summary>
internal static class Failures
{
    /// <summary>The name under which the real engine reports code that does not match its history.</summary>
    public const string NonDeterminism = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";

    public const string NoOrchestrator = "OrchestratorTaskNotFound";

    public static string Text(Exception failure) => Text(Details(failure));

    public static string Text(TaskFailureDetails failure) => JsonSerializer.Serialize(failure);

    public static TaskFailureDetails Read(string text) => JsonSerializer.Deserialize<TaskFailureDetails>(text)
        ?? throw new InvalidDataException("A failure is recorded without its details.");

    public static TaskFailureDetails Details(Exception failure) => failure is OrchestratorViolation violation
        ? new TaskFailureDetails(violation.ErrorType, violation.Message, null, null, null)
        : TaskFailureDetails.FromException(failure);
}

/// <summary>The code of an orchestrator broke a rule of orchestrators: the instance fails, whatever the code does with this exception.</summary>
internal sealed class OrchestratorViolation(string errorType, string message) : Exception(message)
{
    public string ErrorType => errorType;

    public static OrchestratorViolation NotDeterministic(string orchestrator, string message) => new(
        Failures.NonDeterminism, $"Non-deterministic orchestrator '{orchestrator}': {message} An orchestrator must do the same whenever it replays; " +
            "give changed code a new name, and take time, ids and every input from its context.");

    public static OrchestratorViolation NotDurable(string orchestrator) => new(
        typeof(InvalidOperationException).FullName!,
        $"An invalid asynchronous invocation was detected in the orchestrator '{orchestrator}': it awaited a task that is not durable. " +
            "An orchestrator awaits only tasks of its context; I/O, delays and other work belong in activities and durable timers.");
}
