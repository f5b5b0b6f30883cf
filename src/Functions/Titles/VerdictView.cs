using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Functions.Titles;

/// <summary>An explained verdict as callers see it (docs/api.md): the same for the preview, the application and the reviewer's own scoring.</summary>
/// <param name="Valid">The answers can be judged; says nothing about the title.</param>
/// <param name="Reached">The title is reached.</param>
public sealed record VerdictView(
    CriteriaMode Mode, int Total, int? Max, bool Valid, bool Reached, Grade? Grade, LocalText Summary, IReadOnlyList<CriterionScore> Criteria,
    IReadOnlyList<GroundView> Grounds, NextGradeView? Next)
{
    public static VerdictView Of(Verdict verdict) => new(
        verdict.Mode, verdict.Total, verdict.MaxTotal, verdict.IsValid, verdict.Passes, verdict.Grade, verdict.Summary(), verdict.Criteria,
        [.. verdict.Grounds.Select(GroundView.Of)], verdict.Next is { } next ? new(next.Grade, [.. next.Missing.Select(GroundView.Of)]) : null);
}

public sealed record GroundView(string Code, GroundKind Kind, string? Indicator, decimal? Actual, decimal? Required, string Vi, string En)
{
    public static GroundView Of(Ground ground)
    {
        var sentence = ground.Sentence();
        return new(ground.Code, ground.Kind, ground.Indicator, ground.Actual, ground.Required, sentence.Vi, sentence.En);
    }
}

public sealed record NextGradeView(Grade Grade, IReadOnlyList<GroundView> Missing);
