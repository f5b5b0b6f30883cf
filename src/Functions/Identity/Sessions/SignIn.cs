using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity.OpenId;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.Sessions;

/// <summary>Sends a person to the identity provider. The browser keeps what has to come back with him, so that nobody else's answer is taken for his.</summary>
public sealed class SignIn(CodeFlow flow, SessionCookie sessions, Site site, TimeProvider clock)
{
    [Function(nameof(SignIn))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in")] HttpRequest request, CancellationToken cancellationToken)
    {
        var returnTo = Site.LocalPath(request.Query["returnTo"]);
        try
        {
            var (address, pending) = await flow.BeginAsync(site.Of(request), returnTo, clock.GetUtcNow(), cancellationToken);
            sessions.Remember(request.HttpContext, pending);
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            return Results.Redirect(address);
        }
        catch (ProviderUnavailableException)
        {
            return Problems.BeginAgain(Problems.SignInUnavailable, AddressOf(returnTo));
        }
    }

    /// <param name="returnTo">Where to go then; of this site.</param>
    public static string AddressOf(string returnTo) => returnTo == "/" ? "/sign-in" : $"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}";
}
