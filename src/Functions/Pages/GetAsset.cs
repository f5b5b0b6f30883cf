using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal;

namespace TitleCertification.Functions.Pages;

/// <summary>Style, script, icon. The name holds the content's hash, so an answer never grows old.</summary>
public sealed class GetAsset(AssetFiles assets)
{
    [Function(nameof(GetAsset))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{name}")] HttpRequest request, string name)
    {
        if (assets.Find(name) is not { } file)
            return Problems.From(Problems.UnknownAddress);
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        var accepted = request.Headers.AcceptEncoding.ToString();
        var (content, encoding) = accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (file.Brotli, "br")
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (file.Gzip, "gzip") : (file.Content, null);
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        return Results.Bytes(content, file.Type);
    }
}
