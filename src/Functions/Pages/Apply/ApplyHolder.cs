using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyHolder(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyHolder))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/holder")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<WordsPage, WordsModel>(request, new(
                "/apply/holder", path.Before(draft, "/apply/holder"), TitleWords.HolderQuestion(draft.Title), new("Ghi đúng như sẽ in trên giấy chứng nhận, có dấu.", "Exactly as it shall be printed on the certificate, with all accents."),
                [new("name", new("Tên", "Name"), null, form?.Text("name") ?? draft.HolderName ?? Suggested(draft), null)], errors), status),
            (draft, form) =>
            {
                var (name, errors) = DraftText.Printed(form, "name");
                return (draft with { HolderName = name }, errors);
            },
            cancellationToken);

    /// <summary>A community of a place bears its name.</summary>
    private string? Suggested(Draft draft) => draft.Title is TitleKind.Community && draft.Hamlet != "" ? path.Units.Find(path.UnitOf(draft))?.FullName : null;
}
