using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages;

/// <summary>Reads what a page's form has sent: not too much, and from a page of ours.</summary>
public sealed class PageForms(IAntiforgery antiforgery)
{
    private static readonly FormOptions Limits = new() { ValueCountLimit = 300, KeyLengthLimit = 200, ValueLengthLimit = 20_000, BufferBodyLengthLimit = RequestBody.MaxBytes };

    /// <returns>The form, or the page to answer with; exactly one of both.</returns>
    public async Task<(IFormCollection? Form, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > RequestBody.MaxBytes)
            return (null, Problems.From(Problems.BodyTooLarge));
        if (!request.HasFormContentType)
            return (null, Problems.From(Problems.FormExpired));
        try
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, Limits));
            await antiforgery.ValidateRequestAsync(request.HttpContext);
            return (await request.ReadFormAsync(cancellationToken), null);
        }
        catch (AntiforgeryValidationException)
        {
            return (null, Problems.From(Problems.FormExpired));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return (null, Problems.From(Problems.BodyTooLarge));
        }
    }
}

public static class FormValues
{
    /// <summary>The field as typed, without what nobody sees; "" where there is none. A browser never sends a field of ours twice; then the first counts.</summary>
    public static string Text(this IFormCollection form, string name) => form[name] is [{ } value, ..] ? value.Trim() : "";
}
