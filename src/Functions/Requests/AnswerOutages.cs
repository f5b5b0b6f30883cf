using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using TitleCertification.Functions.Applications;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Requests;

/// <summary>When storage does not answer, callers get a sentence and may try again; nothing of theirs is lost.</summary>
public sealed class AnswerOutages : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (StorageUnavailableException) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            http.Response.Headers.RetryAfter = "5";
            context.GetInvocationResult().Value = Problems.From(Problems.StorageUnavailable);
        }
        catch (CaseErasedException) when (context.GetHttpContext() is { Response.HasStarted: false })
        {
            context.GetInvocationResult().Value = Problems.From(Problems.Erased);
        }
        catch (DossiersExhaustedException) when (context.GetHttpContext() is { Response.HasStarted: false })
        {
            context.GetInvocationResult().Value = Problems.From(Problems.DossiersExhausted);
        }
    }
}
