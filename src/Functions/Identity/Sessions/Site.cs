using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Identity.OpenId;

namespace TitleCertification.Functions.Identity.Sessions;

/// <summary>Where people reach the service, and whether a request comes from there.</summary>
public sealed class Site(SignInOptions options)
{
    /// <summary>The address without a path: as set, or as the request says where none is.</summary>
    public Uri Of(HttpRequest request) => options.OpenId?.SiteUrl ?? new Uri($"{request.Scheme}://{request.Host}");

    /// <summary>
    /// Has a page of our own sent this? Browsers say so in <c>Sec-Fetch-Site</c>, older ones in <c>Origin</c>; what says neither is no browser's doing, and has no business with
    /// a browser's cookie.
    /// </summary>
    public bool IsOwnPage(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from)
            return from == "same-origin";
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && Uri.Compare(
            origin, Of(request), UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>The place to go back to, if it is one of ours, written as addresses are: what else there may be in it would not pass in a header.</summary>
    public static string LocalPath(string? given) =>
        given is { Length: > 0 and <= 500 } && given[0] == '/' && (given.Length == 1 || given[1] is not ('/' or '\\')) && given.All(c => c is > ' ' and <= '~') ? given : "/";
}
