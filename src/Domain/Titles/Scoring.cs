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
        IReadOnlyList<IndicatorAnswer> answers = assessment?.Answers ?? [];
        var grounds = new List<Ground>();
        if (!set.Complete)
            grounds.Add(new(GroundCodes.SetIncomplete, GroundKind.Invalid));
        AddUnknown(set, answers, grounds);

        var scores = new List<CriterionScore>(set.Criteria.Count);
        var belowFloor = new List<Ground>();
        foreach (var criterion in set.Criteria)
        {
            var points = 0;
            foreach (var indicator in criterion.Indicators)
                points += Score(indicator, answers, grounds, belowFloor);
            scores.Add(new(criterion.Code, points, criterion.Max));
        }

        var total = scores.Sum(score => score.Points);
        var valid = grounds.Count == 0;
        grounds.AddRange(belowFloor);
        if (valid && set.LowestAwarded is { } lowest && total < lowest.Min)
            grounds.Add(new(GroundCodes.BelowLowestBand, GroundKind.NotReached, Actual: total, Required: lowest.Min));
        return new(total, set.MaxTotal, valid ? set.BandOf(total) : null, grounds, scores);
    }

    private static int Score(Indicator indicator, IReadOnlyList<IndicatorAnswer> answers, List<Ground> grounds, List<Ground> belowFloor)
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
        return points;
    }

    private static void AddUnknown(CriteriaSet set, IReadOnlyList<IndicatorAnswer> answers, List<Ground> grounds)
    {
        HashSet<string>? named = null;
        foreach (var answer in answers)
        {
            var code = answer?.Indicator ?? "";
            if (Has(set, code))
                continue;
            // The text is the applicant's: once each, and never longer than a code could be.
            var shown = VietnameseText.Clean(code.Length > LongestCode ? code[..LongestCode] : code);
            if ((named ??= []).Add(shown))
                grounds.Add(new(GroundCodes.UnknownIndicator, GroundKind.Invalid, shown));
        }
    }

    private static bool Has(CriteriaSet set, string code)
    {
        foreach (var criterion in set.Criteria)
            foreach (var indicator in criterion.Indicators)
                if (indicator.Code == code)
                    return true;
        return false;
    }
}
