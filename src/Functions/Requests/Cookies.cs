using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Requests;

/// <summary>How every cookie is set: for no script, for no other site's forms, and over https alone where the request came over https (<see cref="KnowScheme"/>).</summary>
public static class Cookies
{
    public static CookieOptions Options(HttpRequest request, string path = "/") =>
        new() { Path = path, HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true };
}
