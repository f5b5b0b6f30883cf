using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Pages.Mishaps;

namespace TitleCertification.Functions.Pages;

/// <summary>
/// What a program is told as problem+json, a person with a browser is told as a page in the portal's own design; and where a function fails, the person
/// gets a page and not an empty window.
/// </summary>
public sealed class AnswerPages(ILogger<AnswerPages> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
            if (context.GetInvocationResult() is { Value: Problems.ProblemResult result } answer && context.GetHttpContext() is { } http && http.Request.WantsPage())
                answer.Value = Page(context, http.Request, result.Problem);
        }
        catch (Exception e) when (e is not OperationCanceledException
            && context.GetHttpContext() is { Response.HasStarted: false } http && http.Request.WantsPage())
        {
            logger.LogError(e, "The page of {Function} failed.", context.FunctionDefinition.Name);
            context.GetInvocationResult().Value = Page(context, http.Request, Problems.Failed);
        }
    }

    private static IResult Page(FunctionContext context, HttpRequest request, Problems.Problem problem)
    {
        // Whoever is not signed in where that is needed is led to it, and back to the page he wanted.
        if (problem == Problems.SignInNeeded && HttpMethods.IsGet(request.Method))
            return Results.Redirect($"/sign-in?returnTo={Uri.EscapeDataString(request.Path + request.QueryString)}");
        var pages = context.InstanceServices.GetRequiredService<PageWriter>();
        return problem == Problems.UnknownAddress
            ? pages.Show<MissingPage>(request, problem.Status)
            : pages.Show<TroublePage, TroubleModel>(request, new(problem.Title, problem.Status >= StatusCodes.Status500InternalServerError), problem.Status);
    }
}
