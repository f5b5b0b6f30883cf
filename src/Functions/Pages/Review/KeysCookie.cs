using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Whether single keys do something on the pages of reviewers. Who uses a screen reader or speaks to the computer switches them off (WCAG 2.1.4).</summary>
internal static class KeysCookie
{
    private const string Name = "keys";
    private const string Off = "off";

    public static bool AreOn(HttpRequest request) => request.Cookies[Name] != Off;

    public static void Write(HttpRequest request, bool on) =>
        request.HttpContext.Response.Cookies.Append(Name, on ? "on" : Off, new CookieOptions(Cookies.Options(request, "/review")) { MaxAge = TimeSpan.FromDays(365) });
}
