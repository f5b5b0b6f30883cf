using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>What the questions of an application share: one question a page, kept as soon as it is answered.</summary>
public sealed class DraftPages(PageForms forms, DraftTable drafts, DraftAccess access, ApplyPath path)
{
    /// <returns>The draft of this browser, or where to go without one. A draft that was filed leads to its receipt.</returns>
    public async Task<(StoredDraft? Stored, IResult? Elsewhere)> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (DraftCookie.Read(request) is not { } code || await drafts.ReadAsync(code, cancellationToken) is not { } stored)
            return (null, See.Other("/apply/resume"));
        if (stored.Draft.Dossier is not null)
            return (null, See.Other("/track/receipt"));
        if (access.OfAnother(request, stored.Draft) is { } other)
            return (null, other);
        OpenedFile.Is(request, stored.Draft.Mark);
        if (stored.Draft.Officer is not null)
            request.HttpContext.Features.Set(new Helping(stored.Draft.HolderName, stored.Draft.Phone));
        return (stored, null);
    }

    /// <summary>Shows the question, or takes its answer, keeps it and goes on to the next.</summary>
    /// <param name="show">The page, with what was typed (null on the first look) and what is wrong with it.</param>
    /// <param name="answer">The draft with the answer in it, and what is wrong with the answer.</param>
    /// <param name="next">Where to go then; the next open question where nothing is said.</param>
    public async Task<IResult> AskAsync(
        HttpRequest request, Func<Draft, IFormCollection?, FieldErrors, int, IResult> show, Func<Draft, IFormCollection, (Draft Draft, FieldErrors Errors)> answer,
        CancellationToken cancellationToken, Func<Draft, string>? next = null)
    {
        var (stored, elsewhere) = await OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        if (!HttpMethods.IsPost(request.Method))
            return show(stored.Draft, null, FieldErrors.None, StatusCodes.Status200OK);

        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var (_, errors) = answer(stored.Draft, form);
        if (errors.Any && form.Leaves() && form.IsEmpty())
            return See.Other(ApplyPath.Save);
        if (errors.Any)
            return show(stored.Draft, form, errors, StatusCodes.Status422UnprocessableEntity);
        return await drafts.ChangeAsync(stored, current => answer(current, form).Draft, cancellationToken) is { } saved
            ? See.Other(form.Leaves() ? ApplyPath.Save : next?.Invoke(saved) ?? path.Next(saved))
            : Problems.From(Problems.Contended);
    }

    /// <summary>For the script of a page with files.</summary>
    public static UploadModel Upload(string? ticket) => new("/apply/ticket", ticket, EvidenceTicket.FolderOf(ticket));
}
