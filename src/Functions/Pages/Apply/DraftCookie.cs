using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The draft that is open in this browser: its code, until the window is closed.</summary>
public static class DraftCookie
{
    private const string Name = "draft";
    private const string Path = "/apply";

    public static DraftCode? Read(HttpRequest request) => DraftCode.Parse(request.Cookies[Name]);

    public static void Write(HttpRequest request, DraftCode code) => request.HttpContext.Response.Cookies.Append(Name, code.Text, Cookies.Options(request, Path));

    public static void Remove(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(Name, Cookies.Options(request, Path));
}
