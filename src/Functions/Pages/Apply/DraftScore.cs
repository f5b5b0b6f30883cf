using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The score of a draft as it is shown on the way: what is not answered yet is no fault yet.</summary>
internal static class DraftScore
{
    public static ScoreModel Of(ApplyPath path, Draft draft, CriteriaSet set)
    {
        var verdict = path.Judge(draft)!;
        var asked = set.Criteria.SelectMany(criterion => path.Asked(draft, criterion)).ToList();
        var answered = asked.Count(indicator => draft.Answers.TryGetValue(indicator.Code, out var answer) && Scoring.Unusable(indicator, answer) is null);
        var complete = answered == asked.Count;
        return new(
            set.Mode is CriteriaMode.Points, verdict.Total, verdict.MaxTotal, set.Mode is CriteriaMode.Points ? set.PassMarkFor(path.Holder(draft)) : null, answered, asked.Count,
            [.. verdict.Grounds.Where(ground => ground.Kind is GroundKind.NotReached).Select(ground => ground.Sentence())],
            !complete ? null : verdict.Passes
                ? verdict.Grade is { } grade ? new($"Đạt danh hiệu, xếp loại {grade.Name.Vi}.", $"The title is reached, graded {grade.Name.En}.") : new("Đạt danh hiệu.", "The title is reached.")
                : new("Chưa đạt danh hiệu.", "The title is not reached."),
            complete && verdict.Passes);
    }
}
