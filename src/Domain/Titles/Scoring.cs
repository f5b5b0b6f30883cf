using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>The one engine for points: used by the applicant's preview, by submission and by the reviewer's own scoring.</summary>
public static class Scoring
{
    private const int LongestCode = 40;

    /// <summary>
    /// Judges without trusting the input: null, unknown, repeated and extreme answers are grounds, never exceptions. Whether the total is enough is
    /// only said of valid input; a floor is checked wherever the indicator itself has one sound answer.
    /// </summary>
    public static Verdict Judge(CriteriaSet set, SelfAssessment assessment)
    {
        // A span: enumerating the answers once per indicator through the list's interface costs more than all the rest.
        ReadOnlySpan<IndicatorAnswer?> answers = assessment?.Answers switch
        {
            null => [],
            IndicatorAnswer?[] array => array,
            var list => list.ToArray(),
        };
        var grounds = new List<Ground>();
        if (!set.Complete)
            grounds.Add(new(GroundCodes.SetIncomplete, GroundKind.Invalid));

        var scores = new CriterionScore[set.Criteria.Count];
        var belowFloor = new List<Ground>();
        var (total, known) = (0, 0);
        for (var i = 0; i < scores.Length; i++)
        {
            var criterion = set.Criteria[i];
            var points = 0;
            for (var j = 0; j < criterion.Indicators.Count; j++)
                points += Score(criterion.Indicators[j], answers, grounds, belowFloor, ref known);
            scores[i] = new(criterion.Code, points, criterion.Max);
            total += points;
        }

        if (known < answers.Length)
            AddUnknown(set, answers, grounds);
        var valid = grounds.Count == 0;
        grounds.AddRange(belowFloor);
        var band = valid ? set.BandOf(total) : null;
        if (valid && band is not { Awarded: true })
            grounds.Add(new(GroundCodes.BelowLowestBand, GroundKind.NotReached, Actual: total, Required: set.LowestAwarded?.Min));
        return new(total, set.MaxTotal, band, grounds, scores);
    }

    private static int Score(Indicator indicator, ReadOnlySpan<IndicatorAnswer?> answers, List<Ground> grounds, List<Ground> belowFloor, ref int known)
    {
        var (count, points, sound) = (0, 0, true);
        foreach (var answer in answers)
        {
            if (answer?.Indicator != indicator.Code)
                continue;
            if (count++ == 0)
                points = Math.Clamp(answer.Points, 0, indicator.Max);
            if (answer.Points < 0)
                grounds.Add(new(GroundCodes.NegativePoints, GroundKind.Invalid, indicator.Code, answer.Points, 0));
            else if (answer.Points > indicator.Max)
                grounds.Add(new(GroundCodes.AboveMaximum, GroundKind.Invalid, indicator.Code, answer.Points, indicator.Max));
            sound &= answer.Points >= 0 && answer.Points <= indicator.Max;
        }

        if (count == 0)
            grounds.Add(new(GroundCodes.MissingIndicator, GroundKind.Invalid, indicator.Code));
        else if (count > 1)
            grounds.Add(new(GroundCodes.RepeatedIndicator, GroundKind.Invalid, indicator.Code, count, 1));
        else if (sound && points < indicator.Floor)
            belowFloor.Add(new(GroundCodes.BelowFloor, GroundKind.NotReached, indicator.Code, points, indicator.Floor));
        known += count;
        return points;
    }

    private static void AddUnknown(CriteriaSet set, ReadOnlySpan<IndicatorAnswer?> answers, List<Ground> grounds)
    {
        var codes = set.Criteria.SelectMany(criterion => criterion.Indicators).Select(indicator => indicator.Code).ToHashSet();
        var named = new HashSet<string>();
        foreach (var answer in answers)
        {
            var code = answer?.Indicator ?? "";
            if (codes.Contains(code))
                continue;
            // The text is the applicant's: once each, and never longer than a code could be.
            var shown = VietnameseText.Clean(code.Length > LongestCode ? code[..LongestCode] : code);
            if (named.Add(shown))
                grounds.Add(new(GroundCodes.UnknownIndicator, GroundKind.Invalid, shown));
        }
    }
}
