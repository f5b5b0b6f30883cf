using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyRepresentative(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyRepresentative))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/representative")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<WordsPage, WordsModel>(request, new(
                "/apply/representative", path.Before(draft, "/apply/representative"), new("Người đại diện", "The representative"), new("Người đứng ra nộp hồ sơ và nhận kết quả.", "The person who files the application and receives the result."),
                [
                    new("name", new("Họ và tên", "Full name"), null, form?.Text("name") ?? draft.RepresentativeName, null, Autocomplete: "name"),
                    new("position", new("Vai trò", "Position"), new("Ví dụ: chủ hộ, trưởng ban khuyến học, hiệu trưởng", "For example: head of the family, chair of the committee, headmaster"),
                        form?.Text("position") ?? draft.RepresentativePosition),
                ], errors), status),
            (draft, form) =>
            {
                var (name, nameErrors) = DraftText.Needed(form, "name");
                var (position, positionErrors) = DraftText.Needed(form, "position");
                // Whoever stops after the first of the two keeps it.
                var errors = nameErrors.All.Concat(positionErrors.All).Where(error => !form.Leaves() || form.Text(error.Field!).Length > 0);
                return (draft with { RepresentativeName = name, RepresentativePosition = position }, new([.. errors]));
            },
            cancellationToken);
}
