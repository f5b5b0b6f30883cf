using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Asked only where the criteria tell kinds of learning unit apart.</summary>
public sealed class ApplyKind(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyKind))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/kind")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<ChoicePage, ChoiceModel>(request, new(
                "/apply/kind", path.Before(draft, "/apply/kind"), new("Đơn vị thuộc loại nào?", "What kind of unit is it?"), null, "kind",
                [.. (path.SetOf(draft)?.LearningUnitKinds ?? []).Select(kind => new ChoiceOption(kind.Code, kind.Name))], form?.Text("kind") ?? draft.LearningUnitKind, errors), status),
            (draft, form) => path.SetOf(draft)?.LearningUnitKinds.FirstOrDefault(kind => kind.Code == form.Text("kind")) is { } chosen
                ? (draft with { LearningUnitKind = chosen.Code }, FieldErrors.None)
                : (draft, FieldErrors.Of("kind", new("Hãy chọn một loại.", "Choose a kind."))),
            cancellationToken);
}
