using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages;

/// <summary>Reads what a page's form has sent: not too much, and from a page of ours.</summary>
public sealed class PageForms(IAntiforgery antiforgery)
{
    public const string TokenField = "_form";

    private static readonly FormOptions Limits = new() { ValueCountLimit = 300, KeyLengthLimit = 200, ValueLengthLimit = 20_000, BufferBodyLengthLimit = RequestBody.MaxBytes };

    // Above 64 KB a file goes to the disk while it is read, not into memory. One that is too large is taken in all the same, so that its own refusal can be told beside its field.
    private static readonly FormOptions FileLimits = new() { ValueCountLimit = 300, KeyLengthLimit = 200, ValueLengthLimit = 20_000, MultipartBodyLengthLimit = MostFileBytes, MultipartHeadersLengthLimit = 4096 };

    private const int MostFileBytes = 64 * 1024 * 1024;

    /// <returns>The form, or the page to answer with; exactly one of both.</returns>
    public Task<(IFormCollection? Form, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ReadAsync(request, Limits, RequestBody.MaxBytes, Problems.BodyTooLarge, cancellationToken);

    /// <summary>A form that may hold files.</summary>
    public Task<(IFormCollection? Form, IResult? Problem)> ReadFilesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostFileBytes;
        return ReadAsync(request, FileLimits, MostFileBytes, EvidenceProblems.Quota, cancellationToken);
    }

    private async Task<(IFormCollection? Form, IResult? Problem)> ReadAsync(
        HttpRequest request, FormOptions limits, int most, Problems.Problem tooLarge, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
            return (null, Problems.From(tooLarge));
        if (!request.HasFormContentType)
            return (null, Problems.BeginAgain(Problems.FormExpired, request.PageAddress()));
        try
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, limits));
            await antiforgery.ValidateRequestAsync(request.HttpContext);
            var form = await request.ReadFormAsync(cancellationToken);
            return OpenedFile.Of(request) is { } opened && opened != form.Text(OpenedFile.Field) ? (null, Problems.BeginAgain(Problems.AnotherOpened, request.PageAddress())) : (form, null);
        }
        catch (AntiforgeryValidationException)
        {
            return (null, Problems.BeginAgain(Problems.FormExpired, request.PageAddress()));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return (null, Problems.From(tooLarge));
        }
    }
}

public static class FormValues
{
    /// <summary>The field as typed, without what nobody sees; "" where there is none. A browser never sends a field of ours twice; then the first counts.</summary>
    public static string Text(this IFormCollection form, string name) => form[name] is [{ } value, ..] ? value.Trim() : "";
}
