namespace DurableTask.Core.Exceptions;

/// <summary>A start was refused: an instance of the same id is in a status that forbids it. Lives in DurableTask.Core, under this name, in the real SDK too.</summary>
public class OrchestrationAlreadyExistsException : Exception
{
    public OrchestrationAlreadyExistsException()
    {
    }

    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }

    public OrchestrationAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
