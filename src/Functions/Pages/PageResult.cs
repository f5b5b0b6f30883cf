using System.Buffers;
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
    // Quality 5 halves what level 1 leaves; 11 would cost fifty milliseconds. Long pages are lists in an office: quality 3 takes half the time of 5 there and leaves a seventh more.
    private const int BrotliQuality = 5;
    private const int BrotliQualityOfLong = 3;
    private const int Long = 32 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var html = await RenderAsync(httpContext);
        var response = httpContext.Response;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentLanguage = frame.Language.Code();
        response.Headers.Vary = "Accept-Encoding, Cookie";
        // The renderer's word to a script that these pages do not have.
        response.Headers.Remove("blazor-enhanced-nav");
        var plain = html.GetBuffer().AsMemory(0, (int)html.Length);
        var accepted = httpContext.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
            await SendBrotliAsync(response, plain, httpContext.RequestAborted);
        else if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase))
            await SendAsync(response, Gzip(plain.Span), "gzip", httpContext.RequestAborted);
        else
            await SendAsync(response, plain, null, httpContext.RequestAborted);
    }

    private async Task<MemoryStream> RenderAsync(HttpContext http)
    {
        var (body, html) = (http.Response.Body, new MemoryStream(16 * 1024));
        http.Response.Body = html;
        try
        {
            var parameters = new Dictionary<string, object?> { ["Frame"] = frame, ["Model"] = model };
            await new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(http);
            return html;
        }
        finally
        {
            http.Response.Body = body;
        }
    }

    private static async Task SendBrotliAsync(HttpResponse response, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        var compressed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            // There is room for whatever it can become.
            BrotliEncoder.TryCompress(plain.Span, compressed, out var length, plain.Length > Long ? BrotliQualityOfLong : BrotliQuality, window: 18);
            await SendAsync(response, compressed.AsMemory(0, length), "br", cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compressed);
        }
    }

    private static ReadOnlyMemory<byte> Gzip(ReadOnlySpan<byte> plain)
    {
        using var memory = new MemoryStream(plain.Length / 3);
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(plain);
        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }

    private static async Task SendAsync(HttpResponse response, ReadOnlyMemory<byte> content, string? encoding, CancellationToken cancellationToken)
    {
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, cancellationToken);
    }
}
