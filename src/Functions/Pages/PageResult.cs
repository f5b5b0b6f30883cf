using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleCertification.Portal;

namespace TitleCertification.Functions.Pages;

/// <summary>
/// A page, rendered whole and compressed: ASP.NET middleware does not run for functions, so what it would do is done here. Pages show what belongs to one
/// person, and carry that person's form token: nobody between the service and the browser keeps them.
/// </summary>
internal sealed class PageResult<TPage, TModel>(Frame frame, TModel model, int status) : IResult
    where TPage : Page<TModel>
{
    // Quality 5 halves what level 1 leaves and costs under a millisecond for a page; 11 would cost fifty.
    private const int BrotliQuality = 5;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync(httpContext);
        var response = httpContext.Response;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentLanguage = frame.Language.Code();
        response.Headers.Vary = "Accept-Encoding, Cookie";
        // The renderer's word to a script that these pages do not have.
        response.Headers.Remove("blazor-enhanced-nav");
        var (content, encoding) = Compress(html, httpContext.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    private async Task<byte[]> RenderAsync(HttpContext http)
    {
        var body = http.Response.Body;
        using var html = new MemoryStream(16 * 1024);
        http.Response.Body = html;
        try
        {
            var parameters = new Dictionary<string, object?> { ["Frame"] = frame, ["Model"] = model };
            await new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        return html.ToArray();
    }

    private static (ReadOnlyMemory<byte> Content, string? Encoding) Compress(byte[] html, string accepted)
    {
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(html.Length)];
            if (BrotliEncoder.TryCompress(html, compressed, out var length, BrotliQuality, window: 18))
                return (compressed.AsMemory(0, length), "br");
        }

        if (!accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return (html, null);
        using var memory = new MemoryStream(html.Length / 3);
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(html);
        return (memory.ToArray(), "gzip");
    }
}
