using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Pages;

public static class PageRequests
{
    /// <summary>A person with a browser asks, and not a program.</summary>
    public static bool WantsPage(this HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The browser speaks https, to us or to what stands before us: its cookies are for https alone.</summary>
    public static bool IsSecure(this HttpRequest request) =>
        request.IsHttps || request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase);
}
