using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Applications that an officer enters for others: begun with the applicant's phone, one after the other.</summary>
public sealed class AssistedDrafts(PageWriter pages, PageForms forms, DraftTable drafts, ApplyPath path, WhoAsks whoAsks)
{
    /// <param name="before">The officer's draft that was filed just now; null at the beginning.</param>
    public async Task<IResult> BeginAsync(HttpRequest request, Draft? before, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
            return Show(request, "", before, FieldErrors.None);
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (!PhoneNumber.TryParse(form.Text("phone"), out var phone))
            return Show(request, form.Text("phone"), before, FieldErrors.Of("phone", DraftText.PhoneWrong));
        var officer = whoAsks.Staff(request)!.Id;
        var (code, draft) = await drafts.CreateAsync(
            phone.ToString(), fresh => before is null ? fresh with { Officer = officer } : (fresh with { Officer = officer }).Following(before), cancellationToken);
        DraftCookie.Write(request, code);
        return See.Other(path.Next(draft));
    }

    /// <returns>The draft of this browser, where it has been filed by who asks.</returns>
    public async Task<Draft?> FiledAsync(HttpRequest request, CancellationToken cancellationToken) =>
        DraftCookie.Read(request) is { } code && await drafts.ReadAsync(code, cancellationToken) is { Draft: { Dossier: not null } draft } && draft.Officer == whoAsks.Staff(request)?.Id ? draft : null;

    private IResult Show(HttpRequest request, string phone, Draft? before, FieldErrors errors) => pages.Show<AssistPage, AssistModel>(
        request, new(phone, before is null ? null : new(before.Dossier!, Kept(before)), errors), errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private List<LocalText> Kept(Draft draft)
    {
        var year = draft.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        return
        [
            TitleInfo.Of(draft.Title!.Value).Name,
            .. path.Levels(draft).Count > 1 ? [TitleWords.Level(draft.Title, draft.Level!.Value)] : Array.Empty<LocalText>(),
            new($"năm {year}", $"year {year}"),
            new(path.Units.PathName(path.UnitOf(draft)), path.Units.PathName(path.UnitOf(draft))),
        ];
    }
}
