using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Pages;

public static class PageRequests
{
    /// <summary>A person with a browser asks, and not a program.</summary>
    public static bool WantsPage(this HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the page stands that is shown, or whose form was sent: at the address asked for, unless nothing can be opened there.</summary>
    public static string PageAddress(this HttpRequest request) => request.Path.Value!.Split('/') switch
    {
        _ when HttpMethods.IsGet(request.Method) => $"{request.Path}{request.QueryString}",
        [_, "apply", "submit"] => "/apply/check",
        [.. var above, "leave" or "ticket" or "bulk" or "selected" or "filter" or "score" or "sign-out"] => $"/{string.Join('/', above.Skip(1))}",
        _ => $"{request.Path}{request.QueryString}",
    };
}
