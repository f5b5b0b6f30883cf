using Microsoft.Azure.Functions.Worker;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>What the function returned, as middleware sees it.</summary>
internal sealed class LocalInvocationResult : InvocationResult
{
    public override object? Value { get; set; }

    public static LocalInvocationResult Of(FunctionContext context)
    {
        var result = context.Features.Get<LocalInvocationResult>();
        if (result is null) context.Features.Set(result = new LocalInvocationResult());
        return result;
    }

    public InvocationResult<T> As<T>() => Value is null or T
        ? new Typed<T>(this)
        : throw new InvalidOperationException($"The function returned {Value.GetType().Name}, which is not {typeof(T).Name}.");

    private sealed class Typed<T>(LocalInvocationResult result) : InvocationResult<T>
    {
        public override T? Value
        {
            get => (T?)result.Value;
            set => result.Value = value;
        }
    }
}
