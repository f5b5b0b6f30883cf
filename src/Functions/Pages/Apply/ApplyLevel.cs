using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Asked only where the title is given at several levels.</summary>
public sealed class ApplyLevel(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyLevel))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/level")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<ChoicePage, ChoiceModel>(request, new(
                "/apply/level", path.Before(draft, "/apply/level"), TitleWords.LevelQuestion(draft.Title), null, "level",
                [.. path.Levels(draft).Select(level => new ChoiceOption(level.ToString(), TitleWords.Level(draft.Title, level)))],
                form?.Text("level") ?? draft.Level?.ToString(), errors), status),
            (draft, form) => path.Levels(draft).Where(level => level.ToString() == form.Text("level")).ToList() is [var chosen]
                ? (draft with { Level = chosen }, FieldErrors.None)
                : (draft, FieldErrors.Of("level", new("Hãy chọn một cấp.", "Choose a level."))),
            cancellationToken);
}
