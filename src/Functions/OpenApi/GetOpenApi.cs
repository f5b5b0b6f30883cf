using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.OpenApi;

/// <summary>The description of this API, for people's tools.</summary>
public static class GetOpenApi
{
    [Function(nameof(GetOpenApi))]
    [Policy(Access.Public)]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = OpenApiDocument.ETag;
        // May be kept, and is asked for again: another version of the service has another one.
        headers.CacheControl = "public, no-cache";
        return request.Headers.IfNoneMatch.Contains(OpenApiDocument.ETag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(OpenApiDocument.Content, "application/json");
    }
}
