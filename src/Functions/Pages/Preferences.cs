using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal;

namespace TitleCertification.Functions.Pages;

/// <summary>Language and text size: what the address asks for now is remembered for a year.</summary>
public sealed record Preferences(Language Language, bool LargeText)
{
    private const string LanguageName = "lang";
    private const string TextName = "text";
    private const string Large = "large";

    public static Preferences Of(HttpRequest request) => new(
        Languages.Parse(Asked(request, LanguageName, value => Languages.Parse(value) is not null)) ?? Language.Vi,
        Asked(request, TextName, value => value is Large or "normal") == Large);

    private static string? Asked(HttpRequest request, string name, Func<string, bool> isKnown)
    {
        if (request.Query[name].ToString() is not { } asked || !isKnown(asked))
            return request.Cookies[name];
        request.HttpContext.Response.Cookies.Append(name, asked, new CookieOptions(Cookies.Options(request)) { MaxAge = TimeSpan.FromDays(365) });
        return asked;
    }
}
