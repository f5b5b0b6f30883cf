using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
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
                request, new(path.Before(draft, "/apply/consent"), path.Purposes, form is null ? draft.Consents ?? [] : Given(form), errors), status),
            (draft, form) => path.Purposes.Where(purpose => purpose.Needed).All(purpose => Given(form).Contains(purpose.Code))
                ? (draft with { Consents = Given(form) }, FieldErrors.None)
                : (draft, FieldErrors.Of("consent", new("Cần xác nhận đã đọc thông báo này.", "Please confirm that you have read this."))),
            cancellationToken);

    private IReadOnlyList<string> Given(IFormCollection form) =>
        [.. path.Purposes.Select(purpose => purpose.Code).Where(code => form["consent"].Contains(code))];
}
