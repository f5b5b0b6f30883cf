using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>Calls a function's method, on a new instance of its class unless it is static, and waits for what it returns.</summary>
internal sealed class FunctionCall
{
    private readonly MethodInvoker _invoker;
    private readonly ObjectFactory? _create;
    private readonly Func<Task, object?>? _result;

    public FunctionCall(MethodInfo method)
    {
        _invoker = MethodInvoker.Create(method);
        if (!method.IsStatic) _create = ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        if (method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>))
        {
            _result = typeof(FunctionCall).GetMethod(nameof(Result), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GenericTypeArguments[0]).CreateDelegate<Func<Task, object?>>();
        }
    }

    public async Task<object?> InvokeAsync(FunctionContext context, object?[] arguments)
    {
        var instance = _create?.Invoke(context.InstanceServices, null);
        var returned = _invoker.Invoke(instance, arguments.AsSpan());
        if (returned is not Task task) return returned;
        await task;
        return _result?.Invoke(task);
    }

    private static object? Result<T>(Task task) => ((Task<T>)task).Result;
}
