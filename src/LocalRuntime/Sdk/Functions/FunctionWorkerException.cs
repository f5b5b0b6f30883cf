namespace Microsoft.Azure.Functions.Worker;

/// <summary>The runtime could not do what was asked.</summary>
public class FunctionWorkerException : Exception
{
    public FunctionWorkerException(string message) : base(message) { }

    public FunctionWorkerException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>A parameter's value could not be made of what the trigger delivered. An HTTP function then answers 500.</summary>
public class FunctionInputConverterException : FunctionWorkerException
{
    public FunctionInputConverterException(string message) : base(message) { }

    public FunctionInputConverterException(string message, Exception innerException) : base(message, innerException) { }
}
