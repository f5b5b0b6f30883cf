using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyYear(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyYear))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/year")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<ChoicePage, ChoiceModel>(request, new(
                "/apply/year", path.Before(draft, "/apply/year"), new("Hồ sơ này cho năm nào?", "Which year is the application for?"),
                new("Tiêu chí của năm đó được dùng để chấm.", "The criteria of that year are used."), "year",
                [.. path.Years().Select(year => new ChoiceOption(Text(year), new(Text(year), Text(year))))], form?.Text("year") ?? (draft.Year is { } year ? Text(year) : null), errors), status),
            (draft, form) => path.Years().Where(year => Text(year) == form.Text("year")).ToList() is [var chosen]
                ? path.SetOf(draft with { Year = chosen }) is null
                    ? (draft, FieldErrors.Of("year", new($"Năm {chosen} chưa có bộ tiêu chí đầy đủ cho danh hiệu này.", $"There is no complete criteria set of {chosen} for this title yet.")))
                    : (draft with { Year = chosen }, FieldErrors.None)
                : (draft, FieldErrors.Of("year", new("Hãy chọn một năm.", "Choose a year."))),
            cancellationToken);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
