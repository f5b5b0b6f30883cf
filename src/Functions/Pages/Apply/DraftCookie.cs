using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The draft that is open in this browser: its code, until the window is closed.</summary>
public static class DraftCookie
{
    private const string Name = "draft";

    public static DraftCode? Read(HttpRequest request) => DraftCode.Parse(request.Cookies[Name]);

    public static void Write(HttpRequest request, DraftCode code) => request.HttpContext.Response.Cookies.Append(
        Name, code.Text, new CookieOptions { Path = "/apply", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsSecure(), IsEssential = true });

    public static void Remove(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(Name, new CookieOptions { Path = "/apply" });
}
