using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.Sessions;
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
                answer.Value = Page(context, http.Request, result.Problem, result.Again);
        }
        catch (Exception e) when (e is not OperationCanceledException
            && context.GetHttpContext() is { Response.HasStarted: false } http && http.Request.WantsPage())
        {
            logger.LogError(e, "The page of {Function} failed.", context.FunctionDefinition.Name);
            context.GetInvocationResult().Value = Page(context, http.Request, Problems.Failed);
        }
    }

    private static IResult Page(FunctionContext context, HttpRequest request, Problems.Problem problem, string? again = null)
    {
        // Whoever is not signed in where that is needed is led to it, and back to the page he wanted.
        if (problem == Problems.SignInNeeded && HttpMethods.IsGet(request.Method))
            return Results.Redirect(SignIn.AddressOf(request.PageAddress()));
        var pages = context.InstanceServices.GetRequiredService<PageWriter>();
        if (problem == Problems.UnknownAddress)
            return pages.Show<MissingPage>(request, problem.Status);
        var model = new TroubleModel(problem.Title, problem.Code, problem.Status >= StatusCodes.Status500InternalServerError, WayOn(request, problem, again));
        // Staff stay among their own pages; whoever has signed in without authority sees as whom, and can sign out.
        var whoAsks = context.InstanceServices.GetRequiredService<WhoAsks>();
        return whoAsks.Staff(request) is not null || (problem == Problems.NoAuthority && whoAsks.Person(request) is not null)
            ? pages.Show<StaffTroublePage, TroubleModel>(request, model, problem.Status)
            : pages.Show<TroublePage, TroubleModel>(request, model, problem.Status);
    }

    private static WayOn? WayOn(HttpRequest request, Problems.Problem problem, string? again) =>
        problem == Problems.SignInNeeded ? new(WayKind.SignInBeside, SignIn.AddressOf(request.PageAddress()))
        : again is null ? null
        : new(problem == Problems.CaseClosed ? WayKind.OpenBeside : problem == Problems.FormExpired || problem == Problems.AnotherOpened ? WayKind.Reopen : WayKind.SignIn, again);
}
