using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity;

/// <summary>Lets a function be called by those alone whom its policy names. A function nobody has declared is called by nobody.</summary>
public sealed class EnforcePolicy(Policies policies, WhoAsks whoAsks) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var policy = policies.Of(context.FunctionDefinition.Name)
            ?? throw new PolicyException($"{context.FunctionDefinition.Name} declares no policy.");
        if (context.GetHttpContext() is { } http && Refused(policy, http.Request) is { } problem)
        {
            context.GetInvocationResult().Value = problem;
            return;
        }

        await next(context);
    }

    private IResult? Refused(PolicyAttribute policy, HttpRequest request) => policy.Access switch
    {
        Access.Public or Access.Applicant or Access.ApplicantOrStaff => null,
        Access.SignedIn or Access.Staff when whoAsks.Person(request) is null => Problems.From(Problems.SignInNeeded),
        Access.SignedIn => null,
        Access.Staff when whoAsks.Staff(request) is { } person && (policy.Roles.Count == 0 || policy.Roles.Any(person.Has)) => null,
        Access.Staff => Problems.From(Problems.NoAuthority),
        _ => throw new PolicyException($"An access that nobody enforces over HTTP: {policy.Access}."),
    };
}
