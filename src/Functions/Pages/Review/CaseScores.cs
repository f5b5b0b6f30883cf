using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Answers beside evidence beside scores, indicator by indicator.</summary>
internal static class CaseScores
{
    private const string Prefix = "score-";

    public static string Field(string indicator) => Prefix + indicator;

    /// <summary>Where the reviewer remarks on the indicator.</summary>
    public static string Remark(string indicator) => IndicatorForm.EvidenceOf(Field(indicator));

    /// <param name="fill">Begin with what the applicant has given where the reviewer has nothing yet.</param>
    public static ScoreSheet Of(Application state, CriteriaSet set, bool mayScore, bool fill, IFormCollection? form)
    {
        var holder = state.Submission.AssessedUnder(set);
        var (given, own) = (ByIndicator(state.Submission.Answers), ByIndicator(state.Stage?.Scoring));
        // Whoever scores has his own in the fields; others read what the present stage has found so far.
        var scored = state.Stages.Take(mayScore ? state.CurrentStage!.Value : state.Stages.Count).LastOrDefault(stage => stage.Scoring is not null);
        var found = ByIndicator(scored?.Scoring);
        return new(
            scored is null ? null : StageWords.Name(scored.Rule.Code),
            [.. set.Criteria.Select(criterion => new ScoredCriterion(criterion.Name, [.. criterion.Indicators.Where(indicator => indicator.Applies(holder)).Select(Row)]))]);

        ScoredIndicator Row(Indicator indicator)
        {
            var (answer, mine) = (given.GetValueOrDefault(indicator.Code), own.GetValueOrDefault(indicator.Code));
            return new(
                indicator.Code, indicator.Name, Asked(indicator), Written(indicator, answer), answer?.Evidence, answer?.Files ?? [],
                found.TryGetValue(indicator.Code, out var finding) ? new(Written(indicator, finding), finding.Evidence) : null,
                mayScore ? Question(indicator, mine, answer) : null);
        }

        IndicatorQuestion Question(Indicator indicator, IndicatorAnswer? mine, IndicatorAnswer? answer)
        {
            var question = IndicatorForm.Question(Field(indicator.Code), indicator, mine, form);
            return fill && string.IsNullOrEmpty(question.Value) ? question with { Value = IndicatorForm.Question(question.Field, indicator, answer, null).Value } : question;
        }
    }

    public static LocalText Written(Indicator indicator, IndicatorAnswer? answer) => answer switch
    {
        { Points: { } points } when indicator.Measure is Measure.Points => new($"{points}/{indicator.Max}", $"{points} of {indicator.Max}"),
        { Percent: { } percent } when indicator.Measure is Measure.Percent => new($"{Number(percent).Replace('.', ',')} %", $"{Number(percent)} %"),
        { Met: { } met } when indicator.Measure is Measure.Met => met ? new("Đạt", "Met") : new("Chưa đạt", "Not met"),
        _ => new("–", "–"),
    };

    private static LocalText? Asked(Indicator indicator) => indicator.Floor is { } floor and > 0 ? new($"cần ít nhất {floor}", $"at least {floor} are needed") : null;

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static Dictionary<string, IndicatorAnswer> ByIndicator(SelfAssessment? answers) =>
        (answers?.Answers ?? []).GroupBy(answer => answer.Indicator).ToDictionary(same => same.Key, same => same.First());
}
