using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
        using var html = await RenderAsync(httpContext.RequestServices);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentLanguage = frame.Language.Code();
        response.Headers.Vary = "Accept-Encoding, Cookie";
        var accepted = httpContext.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
            await SendBrotliAsync(response, html.Written, httpContext.RequestAborted);
        else if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase))
            await SendAsync(response, Gzip(html.Written.Span), "gzip", httpContext.RequestAborted);
        else
            await SendAsync(response, html.Written, null, httpContext.RequestAborted);
    }

    private async Task<Utf8Writer> RenderAsync(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Frame"] = frame, ["Model"] = model }));
            var html = new Utf8Writer();
            page.WriteHtmlTo(html);
            return html;
        });
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
