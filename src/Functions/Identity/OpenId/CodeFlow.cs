using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace TitleCertification.Functions.Identity.OpenId;

/// <summary>The authorization code flow with PKCE (RFC 6749, 4.1; RFC 7636; OpenID Connect Core 1.0, 3.1): the way out, and what comes back.</summary>
public sealed class CodeFlow(IdentityProvider provider, Tokens tokens, ILogger<CodeFlow> logger)
{
    /// <summary>Where to send the person, and what to remember of it until he comes back.</summary>
    public async Task<(string Address, PendingSignIn Pending)> BeginAsync(Uri site, string returnTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var metadata = await provider.MetadataAsync(cancellationToken);
        var pending = new PendingSignIn(Secret(), Secret(), Secret(), returnTo, now);
        var address = QueryHelpers.AddQueryString(metadata.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = provider.Settings.ClientId,
            ["redirect_uri"] = OpenIdSettings.CallbackOf(site).AbsoluteUri,
            ["scope"] = provider.Settings.Scope,
            ["state"] = pending.State,
            ["nonce"] = pending.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(pending.Verifier))),
            ["code_challenge_method"] = "S256",
        });
        return (address, pending);
    }

    /// <returns>Who has signed in, or null where the provider or its answer is not to be believed.</returns>
    public async Task<Bearer?> RedeemAsync(Uri site, string code, PendingSignIn pending, CancellationToken cancellationToken)
    {
        var metadata = await provider.MetadataAsync(cancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = OpenIdSettings.CallbackOf(site).AbsoluteUri,
            ["code_verifier"] = pending.Verifier,
            ["client_id"] = provider.Settings.ClientId,
        });
        try
        {
            using var answer = await provider.PostAsync(metadata.TokenEndpoint, form, Sign, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                logger.LogWarning("The identity provider did not redeem a code: {Status}", (int)answer.StatusCode);
                return null;
            }

            var received = JsonSerializer.Deserialize<TokenAnswer>(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            return received?.IdentityToken is { } token ? await tokens.ReadIdentityTokenAsync(token, pending.Nonce, cancellationToken) : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            logger.LogWarning("The identity provider did not redeem a code: {Message}", e.Message);
            return null;
        }
    }

    /// <summary>The address of the provider's own sign-out, or null where it has none.</summary>
    public async Task<string?> EndSessionAsync(Uri site, CancellationToken cancellationToken)
    {
        try
        {
            var metadata = await provider.MetadataAsync(cancellationToken);
            return metadata.EndSessionEndpoint is { Length: > 0 } address
                ? QueryHelpers.AddQueryString(address, new Dictionary<string, string?> { ["client_id"] = provider.Settings.ClientId, ["post_logout_redirect_uri"] = new Uri(site, "/").AbsoluteUri })
                : null;
        }
        catch (ProviderUnavailableException)
        {
            // Here he is signed out whatever the provider does.
            return null;
        }
    }

    // RFC 6749, 2.3.1: both parts are form-encoded first. A client without a secret proves itself by PKCE alone.
    private void Sign(HttpRequestMessage request)
    {
        if (provider.Settings.ClientSecret is { } secret)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(provider.Settings.ClientId)}:{Uri.EscapeDataString(secret)}")));
        }
    }

    private static string Secret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private sealed record TokenAnswer([property: JsonPropertyName("id_token")] string? IdentityToken);
}

/// <summary>A sign-in that has begun, as the browser that began it keeps it, encrypted.</summary>
public sealed record PendingSignIn(string State, string Nonce, string Verifier, string ReturnTo, DateTimeOffset At);
