using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TitleCertification.Domain.Evidence;
using TitleCertification.Functions.Evidence.Examination;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>
/// The bytes of a file, sent so that no browser takes them for anything else: the type is that of our own record, nothing in it runs, nothing of it is
/// kept on the way. It is shown, not saved: what people bring stays on no disk of an office (docs/adr/0186).
/// </summary>
public sealed class EvidenceAnswer : IResult
{
    // A sandboxed page has no viewer of PDF files. The viewer runs nothing of ours, and a file that could act by itself was never taken.
    private const string OfPdf = "default-src 'none'; frame-ancestors 'none'";
    private const string OfImage = "sandbox; default-src 'none'";

    private readonly EvidenceFile file;
    private readonly ReadOnlyMemory<byte> content;

    private EvidenceAnswer(EvidenceFile file, ReadOnlyMemory<byte> content) => (this.file, this.content) = (file, content);

    /// <param name="small">Of an image, no more than a glance at it.</param>
    public static async Task<IResult> OfAsync(EvidenceFile? file, EvidenceBlobs blobs, CancellationToken cancellationToken, bool small = false)
    {
        if (file is null || await blobs.ReadFileAsync(file, cancellationToken) is not { } content)
            return Problems.From(EvidenceProblems.EvidenceUnknown);
        return new EvidenceAnswer(file, small && file.Type == "image/jpeg" ? SmallImage.Of(content) ?? content : content);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.Name);
        response.ContentType = file.Type;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = file.Type == "application/pdf" ? OfPdf : OfImage;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "private, no-store";
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
