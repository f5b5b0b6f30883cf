using System.Globalization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.RuleBook;

/// <param name="Judged">By agency and dossier number.</param>
/// <param name="WithoutContent">Numbers whose submission broke off, and erased cases: there is nothing to judge.</param>
internal sealed record DryRunReport(IReadOnlyList<(DossierNumber Dossier, Rejudgement Result)> Judged, int WithoutContent);

/// <summary>What another rule book would change, in words: how many, in which set from what to what, and which dossiers.</summary>
internal static class DryRunSentences
{
    private static readonly CultureInfo Vietnamese = new("") { NumberFormat = { NumberGroupSeparator = "." } };

    public static IEnumerable<LocalText> Of(DryRunReport report)
    {
        var changed = report.Judged.Where(item => item.Result.IsChanged).ToList();
        yield return new(
            string.Create(Vietnamese, $"Với bộ quy tắc này, {changed.Count:N0} trên {report.Judged.Count:N0} hồ sơ sẽ có kết quả khác. Không có gì được ghi lại."),
            string.Create(CultureInfo.InvariantCulture, $"Under this rule book {changed.Count:N0} of {report.Judged.Count:N0} would change. Nothing was written."));
        if (report.WithoutContent > 0)
            yield return new(
                string.Create(Vietnamese, $"{report.WithoutContent:N0} số hồ sơ không có nội dung (nộp dở hoặc đã xóa)."),
                string.Create(CultureInfo.InvariantCulture, $"{report.WithoutContent:N0} numbers have no content (broken off or erased)."));
        foreach (var same in changed.GroupBy(item => item.Result).OrderBy(same => same.Key.Set, StringComparer.Ordinal).ThenByDescending(same => same.Count()))
        {
            var (before, after) = (Words(same.Key.Before), same.Key.After is { } other ? Words(other) : new("không còn bộ tiêu chí", "the set is gone"));
            yield return new(
                string.Create(Vietnamese, $"{same.Key.Set}: {same.Count():N0} hồ sơ, {before.Vi} → {after.Vi}"),
                string.Create(CultureInfo.InvariantCulture, $"{same.Key.Set}: {same.Count():N0}, {before.En} → {after.En}"));
            foreach (var (dossier, _) in same)
                yield return new($"  {dossier}", $"  {dossier}");
        }
    }

    private static LocalText Words(Judgement judgement) => judgement switch
    {
        { IsValid: false } => new("câu trả lời không còn khớp", "the answers do not fit"),
        { Passes: false } => new("không đạt", "not reached"),
        { Grade: { } grade } => new($"đạt ({grade})", $"reached ({grade})"),
        _ => new("đạt", "reached"),
    };
}
