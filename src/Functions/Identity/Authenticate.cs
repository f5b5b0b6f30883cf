using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity.OpenId;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Identity.Sessions;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity;

/// <summary>
/// Finds out who asks: a bearer token where there is one, else the session cookie. A token that is not to be believed is refused even where nobody need sign in: its sender
/// believes to be somebody. What the person may do is read from our own table, never from the token.
/// </summary>
public sealed class Authenticate(Tokens tokens, SessionCookie sessions, Site site, PeopleTable people, WhoAsks whoAsks) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && await RefusedAsync(http, context.CancellationToken) is { } problem)
            context.GetInvocationResult().Value = problem;
        else
            await next(context);
    }

    private async Task<IResult?> RefusedAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Headers.Authorization.Count > 0)
            return await BearerAsync(http, cancellationToken) ? null : TokenRefused(http);
        if (!SessionCookie.IsPresent(http))
            return null;
        // The browser adds the cookie to what other sites make it send. None of these changes anything here.
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !site.IsOwnPage(http.Request))
            return Problems.From(Problems.CrossSite);
        if (sessions.Read(http) is not { } session || !await KnowAsync(http, session.Person, session.Name, session.SignedInAt, cancellationToken))
            SessionCookie.End(http);
        return null;
    }

    private async Task<bool> BearerAsync(HttpContext http, CancellationToken cancellationToken)
    {
        const string Scheme = "Bearer ";
        return http.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && await tokens.ReadAccessTokenAsync(header[Scheme.Length..].Trim(), cancellationToken) is { } bearer
            && await KnowAsync(http, bearer.Person, bearer.Name, bearer.IssuedAt, cancellationToken);
    }

    private async Task<bool> KnowAsync(HttpContext http, string id, string? name, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (Actor.IsReserved(id))
            return false;
        var known = await people.FindAsync(PeopleTable.KeyOf(id), cancellationToken);
        if (known.SignedOutAt >= since)
            return false;
        whoAsks.Is(http, people.ActorOf(known.Person) ?? new Actor(id, name ?? "", []));
        return true;
    }

    private static IResult TokenRefused(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Problems.From(Problems.TokenNotBelieved);
    }
}
