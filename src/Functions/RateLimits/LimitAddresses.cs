using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace TitleCertification.Functions.RateLimits;

/// <summary>Before anything is done for a request: its address has not asked too much.</summary>
public sealed class LimitAddresses(RequestLimits limits, ClientAddress address) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && limits.OfAddress(http.Request, address.Of(http.Request)) is { } problem)
            context.GetInvocationResult().Value = problem;
        else
            await next(context);
    }
}
