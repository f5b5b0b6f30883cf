using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Requests;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Pages;

/// <summary>When a function fails a person with a browser, the person gets a page and not an empty window.</summary>
public sealed class AnswerPages(ILogger<AnswerPages> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is not OperationCanceledException
            && context.GetHttpContext() is { Response.HasStarted: false } http && http.Request.WantsPage())
        {
            var problem = e switch
            {
                StorageUnavailableException => Problems.StorageUnavailable,
                DossiersExhaustedException => Problems.DossiersExhausted,
                _ => Problems.Failed,
            };
            if (problem == Problems.Failed)
                logger.LogError(e, "The page of {Function} failed.", context.FunctionDefinition.Name);
            if (problem.Status == StatusCodes.Status503ServiceUnavailable)
                http.Response.Headers.RetryAfter = "5";
            context.GetInvocationResult().Value = context.InstanceServices.GetRequiredService<PageWriter>().Trouble(http.Request, problem);
        }
    }
}
