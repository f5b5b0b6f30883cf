using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Identity.OpenId;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.Sessions;

/// <summary>Takes a person back from the identity provider. Only the browser that was sent there is let in, once, and with a session of a new id.</summary>
public sealed class SignInCallback(CodeFlow flow, IdentityProvider provider, SessionCookie sessions, Site site, ILogger<SignInCallback> logger)
{
    [Function(nameof(SignInCallback))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in/callback")] HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (sessions.Recall(request.HttpContext) is not { } pending)
            return Problems.BeginAgain(Problems.SignInExpired, SignIn.AddressOf("/"));
        try
        {
            var (person, problem) = await PersonAsync(request, pending, cancellationToken);
            if (person is null)
                return Problems.BeginAgain(problem!, SignIn.AddressOf(pending.ReturnTo));
            sessions.Begin(request.HttpContext, person);
            return Results.Redirect(pending.ReturnTo);
        }
        catch (ProviderUnavailableException)
        {
            return Problems.BeginAgain(Problems.SignInUnavailable, SignIn.AddressOf(pending.ReturnTo));
        }
    }

    private async Task<(Bearer? Person, Problems.Problem? Problem)> PersonAsync(HttpRequest request, PendingSignIn pending, CancellationToken cancellationToken)
    {
        if (!IsSame(pending.State, request.Query["state"]) || !await IsOfTheProviderAsync(request.Query["iss"], cancellationToken))
            return (null, Problems.SignInFailed);
        if (request.Query["error"].ToString() is { Length: > 0 } error)
        {
            // A code of RFC 6749, 4.1.2.1 and of nobody else's making; what the provider says about it besides may name the person.
            logger.LogWarning("The identity provider let nobody in: {Error}", error.Length <= 50 && error.All(c => char.IsAsciiLetterLower(c) || c == '_') ? error : "another error");
            return (null, error is "access_denied" or "consent_required" or "login_required" or "interaction_required" ? Problems.SignInDenied : Problems.SignInFailed);
        }

        return request.Query["code"].ToString() is { Length: > 0 } code && await flow.RedeemAsync(site.Of(request), code, pending, cancellationToken) is { } person
            ? (person, null)
            : (null, Problems.SignInFailed);
    }

    // RFC 9207: where the answer says who gives it, it is the one that was asked.
    private async Task<bool> IsOfTheProviderAsync(string? issuer, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(issuer) || issuer == (await provider.MetadataAsync(cancellationToken)).Issuer;

    private static bool IsSame(string expected, string? given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given ?? ""));
}
