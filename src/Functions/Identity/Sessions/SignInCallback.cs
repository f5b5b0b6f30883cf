using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity.OpenId;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.Sessions;

/// <summary>Takes a person back from the identity provider. Only the browser that was sent there is let in, once, and with a session of a new id.</summary>
public sealed class SignInCallback(CodeFlow flow, IdentityProvider provider, SessionCookie sessions, Site site)
{
    [Function(nameof(SignInCallback))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in/callback")] HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        try
        {
            if (sessions.Recall(request.HttpContext) is not { } pending || !IsSame(pending.State, request.Query["state"])
                || request.Query["code"].ToString() is not { Length: > 0 } code || !await IsOfTheProviderAsync(request.Query["iss"], cancellationToken)
                || await flow.RedeemAsync(site.Of(request), code, pending, cancellationToken) is not { } person)
                return Problems.From(Problems.SignInFailed);
            sessions.Begin(request.HttpContext, person);
            return Results.Redirect(pending.ReturnTo);
        }
        catch (ProviderUnavailableException)
        {
            return Problems.From(Problems.SignInUnavailable);
        }
    }

    // RFC 9207: where the answer says who gives it, it is the one that was asked.
    private async Task<bool> IsOfTheProviderAsync(string? issuer, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(issuer) || issuer == (await provider.MetadataAsync(cancellationToken)).Issuer;

    private static bool IsSame(string expected, string? given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given ?? ""));
}
