using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TitleCertification.Functions.Identity.OpenId;

/// <summary>
/// Which tokens are believed: signed by a key that the configured issuer publishes, with an algorithm of the list, made out to us, of the type asked for, in their time. What a
/// token says about its own key (<c>jwk</c>, <c>jku</c>, <c>x5u</c>, <c>x5c</c>) is never looked at.
/// </summary>
public sealed class Tokens(IdentityProvider provider, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };

    /// <returns>Who an API client speaks for, or null where the token is not to be believed.</returns>
    public async Task<Bearer?> ReadAccessTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!provider.IsSet || provider.Settings.Audience is not { } audience)
            return null;
        var found = await ReadAsync(token, audience, provider.Settings.TokenTypes, cancellationToken);
        // One that says it was issued later than now would outlive every sign-out until then.
        return found is not null && PersonOf(found) is { } person && found.IssuedAt > DateTime.MinValue && found.IssuedAt <= clock.GetUtcNow().UtcDateTime + Skew
            ? new(person, Claim(found, "name"), new DateTimeOffset(found.IssuedAt, TimeSpan.Zero))
            : null;
    }

    /// <returns>The identity token that belongs to this sign-in, or null.</returns>
    public async Task<Bearer?> ReadIdentityTokenAsync(string token, string nonce, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(token, provider.Settings.ClientId, types: null, cancellationToken);
        if (found is null || Claim(found, "nonce") != nonce || PersonOf(found) is not { } person)
            return null;
        // OpenID Connect Core 1.0, 3.1.3.7: made out to several, it says whom it was issued for.
        if (found.Audiences.Count() > 1 && Claim(found, "azp") != provider.Settings.ClientId)
            return null;
        return new(person, Claim(found, "name"), clock.GetUtcNow());
    }

    private async Task<JsonWebToken?> ReadAsync(string token, string audience, IReadOnlyList<string>? types, CancellationToken cancellationToken)
    {
        // RFC 7515, 4.1.11: extensions that are said to be critical and are not understood refuse the token.
        if (Parse(token) is not { } parsed || parsed.TryGetHeaderValue<object>("crit", out _))
            return null;
        var metadata = await provider.MetadataAsync(cancellationToken);
        if (KeysFor(parsed, metadata).Count == 0)
            metadata = await provider.NewerThanAsync(metadata, cancellationToken);
        if (KeysFor(parsed, metadata) is not { Count: > 0 } keys)
            return null;

        var result = await handler.ValidateTokenAsync(parsed, new TokenValidationParameters
        {
            ValidIssuer = metadata.Issuer,
            ValidAudience = audience,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidAlgorithms = provider.Settings.Algorithms,
            ValidTypes = types,
            IssuerSigningKeys = keys,
            LifetimeValidator = (from, to, _, _) => IsInTime(from, to),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            LogValidationExceptions = false,
        });
        return result.IsValid ? result.SecurityToken as JsonWebToken : null;
    }

    private JsonWebToken? Parse(string token)
    {
        try
        {
            return token.Length <= handler.MaximumTokenSizeInBytes && handler.CanReadToken(token) ? new JsonWebToken(token) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The published key of that very name; where the token names none, all that are published.</summary>
    private static List<SecurityKey> KeysFor(JsonWebToken token, OpenIdConnectConfiguration metadata) =>
        [.. metadata.SigningKeys.Where(key => key is AsymmetricSecurityKey or JsonWebKey { Kty: "RSA" or "EC" } && (token.Kid is null or "" || key.KeyId == token.Kid))];

    private bool IsInTime(DateTime? from, DateTime? to)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return to is { } end && now < end + Skew && (from is null || now >= from - Skew);
    }

    private string? PersonOf(JsonWebToken token) =>
        Claim(token, provider.Settings.PersonClaim) is { Length: > 0 and <= 255 } person && person.All(c => c is > ' ' and <= '~') ? person : null;

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}

/// <summary>Whom a token speaks of.</summary>
public sealed record Bearer(string Person, string? Name, DateTimeOffset IssuedAt);
