using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>Between a request and its function.</summary>
internal static class HttpInvocation
{
    // The key the real worker uses, so that code which looks for it finds it.
    public const string ItemKey = "HttpRequestContext";

    /// <summary>The middleware that <c>ConfigureFunctionsWebApplication</c> registers: the request from here on, the result on the way back.</summary>
    public static FunctionExecutionDelegate Middleware(FunctionExecutionDelegate next) => async context =>
    {
        if (((LocalFunctionContext)context).TriggerValue is not HttpRequest { HttpContext: var http })
        {
            await next(context);
            return;
        }

        context.Items[ItemKey] = http;
        http.RequestServices = context.InstanceServices;
        await next(context);
        switch (context.GetInvocationResult().Value)
        {
            case IResult result:
                await result.ExecuteAsync(http);
                break;
            case { } other:
                context.GetLogger($"Function.{context.FunctionDefinition.Name}")
                    .LogWarning("Function {Function} returned {Type}, which is no IResult: it is not sent", context.FunctionDefinition.Name, other.GetType().Name);
                break;
        }
    };

    public static async Task RunAsync(HttpContext http, Function function, FunctionPipeline pipeline)
    {
        var context = pipeline.Begin(function, http.RequestAborted);
        await using (context)
        {
            context.TriggerValue = http.Request;
            // A route value hides a query value of the same name.
            foreach (var (name, value) in http.Request.Query) context.NamedValues[name] = value.ToString();
            foreach (var (name, value) in http.Request.RouteValues) context.NamedValues[name] = value;
            try
            {
                await pipeline.RunAsync(context);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // The caller has gone: there is nobody to answer, and nothing has failed.
            }
            catch (BadHttpRequestException e) when (!http.Response.HasStarted)
            {
                // What the server itself refuses while the body is read: too large, broken framing.
                http.Response.Clear();
                http.Response.StatusCode = e.StatusCode;
            }
            catch (Exception e)
            {
                pipeline.LogFailure(context, e);
                Fail(http);
            }
        }
    }

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
