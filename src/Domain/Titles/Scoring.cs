using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>The one engine for both models: used by the applicant's preview, by submission, by approval and by the reviewer's own scoring.</summary>
public static class Scoring
{
    private const int LongestCode = 40;

    /// <summary>
    /// Judges without trusting the input: null, unknown, repeated and extreme answers are grounds, never exceptions. Whether the title is reached is only
    /// said of valid input; a floor is checked wherever the indicator itself has one sound answer.
    /// </summary>
    public static Verdict Judge(CriteriaSet set, SelfAssessment assessment, AssessedHolder holder)
    {
        // A span: enumerating the answers once per indicator through the list's interface costs more than all the rest.
        ReadOnlySpan<IndicatorAnswer?> answers = assessment?.Answers switch
        {
            null => [],
            IndicatorAnswer?[] array => array,
            var list => list.ToArray(),
        };
        var grounds = new List<Ground>();
        AddUnfit(set, holder, grounds);

        var first = new IndicatorAnswer?[set.AllIndicators.Length];
        var (known, anyRepeated) = Place(set.AllIndicators, answers, first);
        Tally tally = set.Mode is CriteriaMode.Points ? new PointsTally(set, holder) : new LevelsTally(set);
        var position = 0;
        for (var i = 0; i < set.Criteria.Count; i++)
        {
            var indicators = set.Criteria[i].Indicators;
            for (var j = 0; j < indicators.Count; j++)
            {
                var (indicator, answer) = (indicators[j], first[position++]);
                if (holder is not null && !indicator.Applies(holder))
                    continue;
                var before = grounds.Count;
                AddUnsound(indicator, answer, grounds);
                if (anyRepeated)
                    AddRepeated(indicator, answers, grounds);
                tally.Add(i, indicator, answer, sound: answer is not null && grounds.Count == before);
            }
        }

        if (known < answers.Length)
            AddUnknown(set, answers, grounds);
        return tally.Close(grounds);
    }

    /// <summary>What makes an answer unusable for its indicator, or null: its own value is missing or out of range.</summary>
    public static Ground? Unusable(Indicator indicator, IndicatorAnswer answer) => indicator.Measure switch
    {
        Measure.Met => answer.Met is null ? new(GroundCodes.MetMissing, GroundKind.Invalid, indicator.Code) : null,
        Measure.Percent => answer.Percent switch
        {
            null => new(GroundCodes.PercentMissing, GroundKind.Invalid, indicator.Code),
            < 0 or > 100 => new(GroundCodes.PercentOutOfRange, GroundKind.Invalid, indicator.Code, answer.Percent, 100),
            _ => null,
        },
        _ => answer.Points switch
        {
            null => new(GroundCodes.PointsMissing, GroundKind.Invalid, indicator.Code),
            < 0 => new(GroundCodes.NegativePoints, GroundKind.Invalid, indicator.Code, answer.Points, 0),
            var points when points > indicator.Max => new(GroundCodes.AboveMaximum, GroundKind.Invalid, indicator.Code, points, indicator.Max),
            _ => null,
        },
    };

    /// <summary>The set is not one for this holder, or not one to certify under.</summary>
    private static void AddUnfit(CriteriaSet set, AssessedHolder? holder, List<Ground> grounds)
    {
        if (!set.Complete)
            grounds.Add(new(GroundCodes.SetIncomplete, GroundKind.Invalid));
        if (holder is null || !set.Levels.Contains(holder.Level))
            grounds.Add(new(GroundCodes.LevelNotOfSet, GroundKind.Invalid));
        if (set.LearningUnitKinds.Count == 0)
            return;
        if (holder?.LearningUnitKind is not { } kind)
            grounds.Add(new(GroundCodes.KindMissing, GroundKind.Invalid));
        else if (!Tells(set, kind))
            grounds.Add(new(GroundCodes.KindUnknown, GroundKind.Invalid));
    }

    private static bool Tells(CriteriaSet set, string kind)
    {
        for (var i = 0; i < set.LearningUnitKinds.Count; i++)
            if (set.LearningUnitKinds[i].Code == kind)
                return true;
        return false;
    }

    /// <summary>Puts the first answer of each indicator into its place. Looks on from where the last one was found: forms send them in the order of the set.</summary>
    private static (int Known, bool AnyRepeated) Place(Indicator[] indicators, ReadOnlySpan<IndicatorAnswer?> answers, IndicatorAnswer?[] first)
    {
        var (known, repeated, next) = (0, false, 0);
        foreach (var answer in answers)
        {
            for (var tried = 0; answer is not null && tried < first.Length; tried++, next++)
            {
                if (next >= first.Length)
                    next = 0;
                if (indicators[next].Code != answer.Indicator)
                    continue;
                known++;
                repeated |= first[next] is not null;
                first[next++] ??= answer;
                break;
            }
        }

        return (known, repeated);
    }

    private static void AddUnsound(Indicator indicator, IndicatorAnswer? answer, List<Ground> grounds)
    {
        // How much it counts is not known: nobody can be asked to score it, and the set is incomplete anyway.
        if (answer is null && indicator is not { Measure: Measure.Points, Max: null })
            grounds.Add(new(GroundCodes.MissingIndicator, GroundKind.Invalid, indicator.Code));
        else if (answer is not null && Unusable(indicator, answer) is { } ground)
            grounds.Add(ground);
    }

    private static void AddRepeated(Indicator indicator, ReadOnlySpan<IndicatorAnswer?> answers, List<Ground> grounds)
    {
        var count = 0;
        foreach (var answer in answers)
        {
            if (answer?.Indicator != indicator.Code)
                continue;
            if (count++ > 0 && Unusable(indicator, answer) is { } ground)
                grounds.Add(ground);
        }

        if (count > 1)
            grounds.Add(new(GroundCodes.RepeatedIndicator, GroundKind.Invalid, indicator.Code, count, 1));
    }

    private static void AddUnknown(CriteriaSet set, ReadOnlySpan<IndicatorAnswer?> answers, List<Ground> grounds)
    {
        var codes = set.Indicators.Select(indicator => indicator.Code).ToHashSet();
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
