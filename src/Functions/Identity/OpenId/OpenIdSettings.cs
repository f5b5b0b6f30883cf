using Microsoft.Extensions.Configuration;

namespace TitleCertification.Functions.Identity.OpenId;

/// <summary>Which provider of identities is believed, and in what. Settings <c>Oidc__Authority</c> and so on; the list is in the README.</summary>
/// <param name="Authority">The issuer. Its metadata, and nothing that a token says, names the keys.</param>
/// <param name="Audience">What access tokens of API clients are made out to; null: none is accepted.</param>
/// <param name="Algorithms">Of signatures; asymmetric ones only.</param>
/// <param name="TokenTypes">The header <c>typ</c> of access tokens: an identity token is none.</param>
/// <param name="PersonClaim">The claim that names the person.</param>
/// <param name="SiteUrl">Where people reach the service; null: where the request says it went.</param>
public sealed record OpenIdSettings(
    Uri Authority, string ClientId, string? ClientSecret, string? Audience, IReadOnlyList<string> Algorithms, IReadOnlyList<string> TokenTypes, string PersonClaim, string Scope, Uri? SiteUrl)
{
    private static readonly string[] Asymmetric = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <returns>Null where no provider is set: then nobody signs in.</returns>
    /// <exception cref="SettingException">A setting is not what it should be; the sentence names it.</exception>
    public static OpenIdSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Oidc");
        if (section["Authority"] is not { Length: > 0 } authority)
            return null;
        var settings = new OpenIdSettings(
            Address(authority, "Oidc__Authority"),
            section["ClientId"] is { Length: > 0 } id ? id : throw new SettingException("Oidc__ClientId is missing: the id that the provider knows this service by."),
            Given(section["ClientSecret"]), Given(section["Audience"]),
            List(section["Algorithms"], "RS256 PS256 ES256"), List(section["TokenTypes"], "at+jwt application/at+jwt"),
            Given(section["PersonClaim"]) ?? "sub", Given(section["Scope"]) ?? "openid profile",
            section["SiteUrl"] is { Length: > 0 } site ? Address(site, "Oidc__SiteUrl") : null);
        if (settings.Algorithms.Except(Asymmetric).ToList() is { Count: > 0 } others)
            throw new SettingException($"Oidc__Algorithms names {string.Join(", ", others)}; possible are {string.Join(", ", Asymmetric)}.");
        if (settings.Audience == settings.ClientId && settings.TokenTypes.Contains("JWT", StringComparer.OrdinalIgnoreCase))
            throw new SettingException("Oidc__Audience is Oidc__ClientId and Oidc__TokenTypes allows JWT: identity tokens would pass as access tokens. Make one of both another.");
        return settings;
    }

    /// <summary>Where the provider sends people back to.</summary>
    public static Uri CallbackOf(Uri site) => new(site, "/sign-in/callback");

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string[] List(string? value, string otherwise) => (Given(value) ?? otherwise).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    // Plain http within one machine only.
    private static Uri Address(string given, string setting) =>
        Uri.TryCreate(given, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingException($"{setting} is '{given}'; it must be an https address.");
}

/// <summary>How people sign in; nothing where no provider is set.</summary>
public sealed record SignInOptions(OpenIdSettings? OpenId)
{
    public static SignInOptions Read(IConfiguration configuration) => new(OpenIdSettings.Read(configuration));
}
