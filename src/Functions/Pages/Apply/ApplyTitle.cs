using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyTitle(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyTitle))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/title")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<ChoicePage, ChoiceModel>(request, new(
                "/apply/title", "/apply/tasks", new("Ông/bà đề nghị công nhận danh hiệu nào?", "Which title do you apply for?"), null, "title",
                [.. path.Titles().Select(title => new ChoiceOption(TitleInfo.Of(title).Code, TitleInfo.Of(title).Name, TitleWords.For(title)))],
                form?.Text("title") ?? (draft.Title is { } title ? TitleInfo.Of(title).Code : null), errors), status),
            (draft, form) => TitleInfo.TryFromCode(form.Text("title"), out var title) && path.Titles().Contains(title)
                ? (draft with { Title = title }, FieldErrors.None)
                : (draft, FieldErrors.Of("title", new("Hãy chọn một danh hiệu.", "Choose a title."))),
            cancellationToken);
}
