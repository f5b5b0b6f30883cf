using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Evidence.Examination;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Requests;

/// <summary>When storage does not answer, or a function fails, callers get a sentence and may try again; nothing of theirs is lost, and nothing of ours is told.</summary>
public sealed class AnswerOutages(ILogger<AnswerOutages> logger) : IFunctionsWorkerMiddleware
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
        catch (ScannerUnavailableException e) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            context.GetLogger<AnswerOutages>().LogError(e, "No verdict of the virus scanner: a file was not taken");
            http.Response.Headers.RetryAfter = "30";
            context.GetInvocationResult().Value = Problems.From(EvidenceProblems.ScannerUnavailable);
        }
        catch (CaseErasedException) when (context.GetHttpContext() is { Response.HasStarted: false })
        {
            context.GetInvocationResult().Value = Problems.From(Problems.Erased);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge && context.GetHttpContext() is { Response.HasStarted: false })
        {
            context.GetInvocationResult().Value = Problems.From(Problems.BodyTooLarge);
        }
        catch (DossiersExhaustedException) when (context.GetHttpContext() is { Response.HasStarted: false })
        {
            context.GetInvocationResult().Value = Problems.From(Problems.DossiersExhausted);
        }
        catch (Exception e) when (e is not OperationCanceledException && context.GetHttpContext() is { Response.HasStarted: false })
        {
            logger.LogError(e, "Function {Function} failed (invocation {Invocation}).", context.FunctionDefinition.Name, context.InvocationId);
            context.GetInvocationResult().Value = Problems.From(Problems.Failed);
        }
    }
}