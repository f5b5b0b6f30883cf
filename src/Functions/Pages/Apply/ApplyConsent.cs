using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyConsent(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyConsent))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/consent")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<ConsentPage, ConsentModel>(
                request, new(path.Before(draft, "/apply/consent"), path.Purposes, form is null ? draft.Consents ?? [] : Given(form), errors) { PaperOn = draft.Officer is null ? null : form?.Text("paper") ?? TypedDay.Write(draft.PaperOn) }, status),
            (draft, form) => draft.Officer is null ? Answer(draft, form) : OnPaper(draft, form),
            cancellationToken);

    private (Draft Draft, FieldErrors Errors) Answer(Draft draft, IFormCollection form) =>
        form.Leaves() || path.Purposes.Where(purpose => purpose.Needed).All(purpose => Given(form).Contains(purpose.Code))
            ? (draft with { Consents = Given(form) }, FieldErrors.None)
            : (draft, FieldErrors.Of("consent", new("Cần xác nhận đã đọc thông báo này.", "Please confirm that you have read this.")));

    /// <summary>An officer enters what stands on the paper: the same answers, and the day it was signed.</summary>
    private (Draft Draft, FieldErrors Errors) OnPaper(Draft draft, IFormCollection form)
    {
        var (answered, errors) = Answer(draft, form);
        if (form.Leaves() && form.Text("paper").Length == 0)
            return (answered with { PaperOn = null }, errors);
        return TypedDay.Of(form.Text("paper")) is { } day && day <= path.Today
            ? (answered with { PaperOn = day }, errors)
            : (draft, new([.. errors.All, new("paper", new("Cần ngày ký trên phiếu, ví dụ 25/11/2026, không sau hôm nay.", "The day on the paper is needed, for example 25/11/2026, not after today."))]));
    }

    private IReadOnlyList<string> Given(IFormCollection form) =>
        [.. path.Purposes.Select(purpose => purpose.Code).Where(code => form["consent"].Contains(code))];
}
