using TitleCertification.Domain.Titles;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>Self-assessments under Circular 22/2020.</summary>
internal static class Answers
{
    internal static readonly IReadOnlyList<Indicator> Indicators = [.. Circular22.Criteria.SelectMany(criterion => criterion.Indicators)];

    internal static readonly IReadOnlyList<string> Codes = [.. Indicators.Select(indicator => indicator.Code)];

    internal static readonly AssessedHolder School = new(HolderLevel.District);

    internal static SelfAssessment Of(params IEnumerable<(string Code, int Points)> answers) =>
        new([.. answers.Select(a => new IndicatorAnswer(a.Code, a.Points))]);

    internal static SelfAssessment Full() => WithTotal(100);

    /// <summary>Fills the indicators in their order until the total is reached; the rest get 0.</summary>
    internal static SelfAssessment WithTotal(int total)
    {
        var left = total;
        var answers = new List<(string, int)>();
        foreach (var indicator in Indicators)
        {
            answers.Add((indicator.Code, Math.Min(left, indicator.Max!.Value)));
            left -= Math.Min(left, indicator.Max!.Value);
        }

        return Of(answers);
    }

    internal static SelfAssessment With(this SelfAssessment assessment, string code, int points) =>
        new([.. assessment.Answers.Select(answer => answer.Indicator == code ? answer with { Points = points } : answer)]);

    internal static CriteriaSet WithFloor(this CriteriaSet set, string code, int floor) => set with
    {
        Criteria =
        [
            .. set.Criteria.Select(criterion => criterion with
            {
                Indicators = [.. criterion.Indicators.Select(indicator => indicator.Code == code ? indicator with { Floor = floor } : indicator)],
            }),
        ],
    };
}
