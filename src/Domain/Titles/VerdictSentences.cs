using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>What a verdict says as a whole, in both languages: the result first, then every reason.</summary>
internal static class VerdictSentences
{
    internal static LocalText Of(Verdict verdict)
    {
        var score = Score(verdict);
        if (verdict.Passes)
            return verdict.Grade is { } grade
                ? new($"Đạt danh hiệu, xếp loại {grade.Name.Vi} ({score.Vi}).", $"The title is reached, graded {grade.Name.En} ({score.En}).")
                : new($"Đạt danh hiệu ({score.Vi}).", $"The title is reached ({score.En}).");

        var reasons = verdict.Grounds.Select(ground => ground.Sentence()).ToList();
        var (vi, en) = (string.Join(' ', reasons.Select(reason => reason.Vi)), string.Join(' ', reasons.Select(reason => reason.En)));
        return verdict.IsValid ? new($"Chưa đạt danh hiệu ({score.Vi}). {vi}", $"The title is not reached ({score.En}). {en}") : new(vi, en);
    }

    private static LocalText Score(Verdict verdict) => verdict.Mode is CriteriaMode.Points
        ? new($"{verdict.Total}/{verdict.MaxTotal} điểm", $"{verdict.Total} of {verdict.MaxTotal} points")
        : new($"{verdict.Total}/{verdict.MaxTotal} chỉ số ở mức thấp nhất", $"{verdict.Total} of {verdict.MaxTotal} indicators of the lowest level");
}
