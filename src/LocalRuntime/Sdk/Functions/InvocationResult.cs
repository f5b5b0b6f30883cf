using TitleCertification.LocalRuntime.Hosting;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned. Middleware may read and replace it after <c>next</c>.</summary>
public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}

/// <inheritdoc cref="InvocationResult{T}"/>
public abstract class InvocationResult : InvocationResult<object>;

public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult GetInvocationResult(this FunctionContext context) => LocalInvocationResult.Of(context);

    /// <exception cref="InvalidOperationException">The function returned a value of another type.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) => LocalInvocationResult.Of(context).As<T>();
}
