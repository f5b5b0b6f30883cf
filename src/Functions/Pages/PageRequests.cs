using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Pages;

public static class PageRequests
{
    /// <summary>A person with a browser asks, and not a program.</summary>
    public static bool WantsPage(this HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
