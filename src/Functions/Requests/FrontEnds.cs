using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace TitleCertification.Functions.Requests;

/// <summary>
/// What front ends of our own say of a request. Whoever sends it may write into X-Forwarded-… what he likes; only the entries that our own front ends
/// have appended at the end are believed, as many as the setting <c>ForwardedHops</c> says (Azure's front end appends one).
/// </summary>
public sealed class FrontEnds
{
    public const string Setting = "ForwardedHops";

    private readonly int hops;

    /// <exception cref="SettingException">The setting is no number of hops.</exception>
    public FrontEnds(IConfiguration configuration)
    {
        var given = configuration[Setting];
        // On Azure nobody reaches the app but through the front end.
        hops = string.IsNullOrEmpty(given) ? (configuration["WEBSITE_SITE_NAME"] is null ? 0 : 1)
            : int.TryParse(given, out var number) && number is >= 0 and <= 10 ? number : throw new SettingException($"{Setting} is '{given}'; it must be a number from 0 to 10.");
    }

    /// <summary>Does anything stand between callers and this process?</summary>
    public bool Any => hops > 0;

    /// <summary>Address that the outermost of our front ends saw; null where it said none.</summary>
    public string? For(HttpRequest request) => Entries(request, "X-Forwarded-For") is var entries && entries.Length >= hops && Any ? entries[^hops] : null;

    /// <summary>Did the outermost of our front ends speak https? Some replace the header and do not append to it, so one entry may speak for all of them.</summary>
    public bool SayHttps(HttpRequest request) =>
        Any && Entries(request, "X-Forwarded-Proto") is { Length: > 0 } entries && entries[Math.Max(0, entries.Length - hops)].Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    private static string[] Entries(HttpRequest request, string header) =>
        string.Join(',', request.Headers[header].AsEnumerable()).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
