using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Asked only for the title of a hamlet. The map may not know every hamlet: then the application goes under the commune, with the name as it is written.</summary>
public sealed class ApplyHamlet(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    private const string None = "-";

    [Function(nameof(ApplyHamlet))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/hamlet")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<ChoicePage, ChoiceModel>(request, new(
                "/apply/hamlet", path.Before(draft, "/apply/hamlet"), new("Thôn, xóm, tổ dân phố nào?", "Which hamlet or neighbourhood?"), null, "hamlet",
                [
                    .. path.Hamlets(draft).Select(hamlet => new ChoiceOption(hamlet.Code, new(hamlet.FullName, hamlet.FullName))),
                    new(None, new("Không có trong danh sách này", "It is not in this list"), new("Tên được ghi ở câu hỏi sau.", "You write its name in the next question.")),
                ],
                form?.Text("hamlet") ?? (draft.Hamlet == "" ? None : draft.Hamlet), errors), status),
            (draft, form) => form.Text("hamlet") switch
            {
                None => (draft with { Hamlet = "" }, FieldErrors.None),
                var chosen when path.Hamlets(draft).Any(hamlet => hamlet.Code == chosen) => (draft with { Hamlet = chosen }, FieldErrors.None),
                _ => (draft, FieldErrors.Of("hamlet", new("Hãy chọn một nơi, hoặc “không có trong danh sách”.", "Choose one, or that it is not in the list."))),
            },
            cancellationToken);
}
