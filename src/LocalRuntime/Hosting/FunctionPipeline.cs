using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>Every invocation of every function goes through here: the app's middleware in order of registration, then the function.</summary>
internal sealed class FunctionPipeline
{
    private readonly FunctionExecutionDelegate _run;
    private readonly IServiceScopeFactory _scopes;
    private readonly ILoggerFactory _loggers;

    public FunctionPipeline(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, ParameterBinder binder,
        IServiceScopeFactory scopes, ILoggerFactory loggers)
    {
        _scopes = scopes;
        _loggers = loggers;
        _run = middleware.Reverse().Aggregate<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(
            context => ExecuteAsync((LocalFunctionContext)context, binder), (next, wrap) => wrap(next));
    }

    public LocalFunctionContext Begin(Function function, CancellationToken cancellationToken) => new(function, _scopes, cancellationToken);

    public Task RunAsync(LocalFunctionContext context) => _run(context);

    /// <summary>The one line about an invocation that failed.</summary>
    public void LogFailure(LocalFunctionContext context, Exception exception) => _loggers.CreateLogger($"Function.{context.Function.Name}")
        .LogError(exception, "Function {Function} failed (invocation {Invocation})", context.Function.Name, context.InvocationId);

    private static async Task ExecuteAsync(LocalFunctionContext context, ParameterBinder binder)
    {
        context.Reached = true;
        var arguments = await binder.BindAsync(context);
        LocalInvocationResult.Of(context).Value = await context.Function.Call.InvokeAsync(context, arguments);
    }
}
