using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.RateLimits;

/// <summary>Once it is known who asks: one person has not asked too much, from however many addresses.</summary>
public sealed class LimitPeople(RequestLimits limits, WhoAsks whoAsks) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && whoAsks.Person(http.Request) is { } person && limits.OfPerson(http.Request, person.Id) is { } problem)
            context.GetInvocationResult().Value = problem;
        else
            await next(context);
    }
}
