using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;

namespace TitleCertification.Functions.Requests;

/// <summary>
/// What every answer tells the browser: run no script and load nothing that is not ours, be framed by nobody, tell no other site the address,
/// keep nothing. A function that says otherwise (an asset may be kept) has the last word on keeping.
/// </summary>
public sealed class GuardResponses(IConfiguration configuration) : IFunctionsWorkerMiddleware
{
    // No inline scripts or styles, and so no nonce. Forms are sent to us and nowhere else; the one that signs out is led on to the provider.
    private readonly string contentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + $"form-action 'self'{Origin(configuration["Oidc:Authority"])}; frame-ancestors 'none'; base-uri 'none'";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { Response.Headers: var headers, Request: var request })
        {
            headers.ContentSecurityPolicy = contentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.CacheControl = "no-store";
            if (request.IsHttps)
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return next(context);
    }

    private static string Origin(string? authority) => Uri.TryCreate(authority, UriKind.Absolute, out var address) ? $" {address.GetLeftPart(UriPartial.Authority)}" : "";
}
