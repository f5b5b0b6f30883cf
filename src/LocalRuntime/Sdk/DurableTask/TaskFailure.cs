using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>
/// What is known of a failure on the other side of a task boundary. The exception itself does not cross it:
/// decide on values an activity returns, not on type names.
/// </summary>
/// <param name="ErrorType">The full name of the exception's type.</param>
public record TaskFailureDetails(
    string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure, IDictionary<string, object?>? Properties)
{
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var inner = exception is TaskFailedException failed ? failed.FailureDetails
            : exception.InnerException is { } cause ? FromException(cause)
            : null;
        return new TaskFailureDetails(exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, null);
    }

    public bool IsCausedBy<T>() where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the failure was of this type or of one derived from it; false when its type is not loaded in this process.</summary>
    /// <exception cref="ArgumentException">The type is no exception.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!targetBaseExceptionType.IsAssignableTo(typeof(Exception)))
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception type.", nameof(targetBaseExceptionType));
        if (string.IsNullOrEmpty(ErrorType))
            return false;
        var type = Type.GetType(ErrorType, throwOnError: false) ?? targetBaseExceptionType.Assembly.GetType(ErrorType) ?? TheOneLoaded(ErrorType);
        return type is not null && type.IsAssignableTo(targetBaseExceptionType);
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private static Type? TheOneLoaded(string name)
    {
        var found = AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetType(name)).OfType<Type>().ToList();
        return found.Count > 1 ? throw new AmbiguousMatchException($"{found.Count} loaded assemblies have a type {name}.") : found.SingleOrDefault();
    }
}

/// <summary>Thrown into an orchestrator by an activity or a sub-orchestration that failed and is not retried (further).</summary>
public sealed class TaskFailedException : Exception
{
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : this(taskName, taskId, TaskFailureDetails.FromException(innerException), innerException)
    {
    }

    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : this(taskName, taskId, failureDetails, null)
    {
    }

    private TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails, Exception? innerException)
        : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {failureDetails.ErrorMessage}", innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    public string TaskName { get; }

    /// <summary>The number of the task within its orchestration, in the order of scheduling.</summary>
    public int TaskId { get; }

    public TaskFailureDetails FailureDetails { get; }

    /// <summary>False when no further attempt can help: nothing of that name is registered.</summary>
    internal bool MayBeRetried { get; init; } = true;
}
