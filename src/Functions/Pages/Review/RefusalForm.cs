using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>The fields of a refusal: each kind of reason once, with words of one's own and, where it makes sense, the indicator it speaks of.</summary>
internal static class RefusalForm
{
    private const string KindField = "kind";

    public static IReadOnlyList<RefuseRow> Rows(IFormCollection? form) => [.. Enum.GetValues<RefusalKind>().Select(kind => new RefuseRow(
        kind.ToString(), RefusalGrounds.Name(kind), TakesIndicator(kind), form?[KindField].Contains(kind.ToString()) ?? false, form?.Text($"indicator-{kind}") ?? "", form?.Text($"text-{kind}") ?? ""))];

    public static IReadOnlyList<RefusalGround> Grounds(IFormCollection form) => [.. Rows(form).Where(row => row.IsPicked).Select(row => new RefusalGround(
        Enum.Parse<RefusalKind>(row.Kind), row.TakesIndicator && row.Indicator.Length > 0 ? row.Indicator : null, row.Text))];

    /// <summary>What is written beside a reason that is not chosen would be lost.</summary>
    public static FieldErrors Unchosen(IFormCollection form) => new([.. Rows(form).Where(row => !row.IsPicked && row.Text.Length > 0).Select(row => new FieldError(
        $"text-{row.Kind}", new($"“{row.Name.Vi}”: hãy chọn lý do này, hoặc xóa phần đã viết.", $"“{row.Name.En}”: choose this reason, or take out what is written.")))]);

    public static IReadOnlyList<FilterChoice> Indicators(Application state, CriteriaSet set) => [.. state.Submission.Answers.Answers.Select(answer => set.Find(answer.Indicator)).OfType<Indicator>()
        .Select(indicator => new FilterChoice(indicator.Code, new($"{indicator.Code} {indicator.Name.Vi}", $"{indicator.Code} {indicator.Name.En}")))];

    /// <summary>"/grounds/1/text" is the text of the second that was chosen.</summary>
    public static string? FieldOf(string pointer, IReadOnlyList<RefusalGround> grounds) =>
        pointer.Split('/') is [_, "grounds", var index, "text"] && int.TryParse(index, out var number) && number < grounds.Count ? $"text-{grounds[number].Kind}" : KindField;

    private static bool TakesIndicator(RefusalKind kind) => kind is RefusalKind.NotReached or RefusalKind.EvidenceMissing or RefusalKind.EvidenceWrong;
}
