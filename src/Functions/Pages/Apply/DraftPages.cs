using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>What the questions of an application share: one question a page, kept as soon as it is answered.</summary>
public sealed class DraftPages(PageForms forms, DraftTable drafts, ApplyPath path, WhoAsks whoAsks)
{
    /// <returns>The draft of this browser, or where to go without one. A draft that was filed leads to its receipt.</returns>
    public async Task<(StoredDraft? Stored, IResult? Elsewhere)> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (DraftCookie.Read(request) is not { } code || await drafts.ReadAsync(code, cancellationToken) is not { } stored)
            return (null, See.Other("/apply/resume"));
        if (stored.Draft.Dossier is not null)
            return (null, See.Other("/track/receipt"));
        if (OfAnother(request, stored.Draft) is { } other)
            return (null, other);
        OpenedFile.Is(request, stored.Draft.Mark);
        if (stored.Draft.Officer is not null)
            request.HttpContext.Features.Set(new Helping(stored.Draft.HolderName, stored.Draft.Phone));
        return (stored, null);
    }

    /// <summary>What an officer writes down of a family is for him alone, signed in now: not for whoever finds his browser open.</summary>
    private IResult? OfAnother(HttpRequest request, Draft draft)
    {
        if (draft.Officer is not { } officer || whoAsks.Person(request)?.Id == officer)
            return null;
        return Problems.From(whoAsks.Person(request) is null ? Problems.SignInNeeded : Problems.NoAuthority);
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
        return await ChangeAsync(stored, current => answer(current, form).Draft, cancellationToken) is { } saved
            ? See.Other(form.Leaves() ? ApplyPath.Save : next?.Invoke(saved) ?? path.Next(saved))
            : Problems.From(Problems.Contended);
    }

    /// <summary>An answer changes its own question only: where another window was first, it is given again to what is stored now.</summary>
    /// <returns>The draft as stored; null when it could not be.</returns>
    public async Task<Draft?> ChangeAsync(StoredDraft stored, Func<Draft, Draft> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var draft = change(stored.Draft);
            if (draft == stored.Draft || await drafts.SaveAsync(stored, draft, cancellationToken))
                return draft;
            if (await drafts.ReadAsync(stored.Code, cancellationToken) is not { Draft.Dossier: null } now)
                return null;
            stored = now;
        }

        return null;
    }
}
