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

        Tally tally = set.Mode is CriteriaMode.Points ? new PointsTally(set, holder) : new LevelsTally(set);
        var (inOrder, position, known) = (IsInOrder(set, answers), 0, 0);
        for (var i = 0; i < set.Criteria.Count; i++)
        {
            var indicators = set.Criteria[i].Indicators;
            for (var j = 0; j < indicators.Count; j++, position++)
            {
                var given = Given.Of(indicators[j], inOrder ? answers.Slice(position, 1) : answers);
                known += given.Count;
                if (holder is not null && !indicators[j].Applies(holder))
                    continue;
                var sound = AddUnsound(indicators[j], given, inOrder ? answers.Slice(position, 1) : answers, grounds);
                tally.Add(i, indicators[j], given.First, sound);
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
        else if (set.LearningUnitKinds.All(known => known.Code != kind))
            grounds.Add(new(GroundCodes.KindUnknown, GroundKind.Invalid));
    }

    /// <summary>Every indicator answered once, in the order of the set, as forms send it: then nobody has to search.</summary>
    private static bool IsInOrder(CriteriaSet set, ReadOnlySpan<IndicatorAnswer?> answers)
    {
        var position = 0;
        for (var i = 0; i < set.Criteria.Count; i++)
        {
            var indicators = set.Criteria[i].Indicators;
            for (var j = 0; j < indicators.Count; j++, position++)
            {
                if (position >= answers.Length || answers[position]?.Indicator != indicators[j].Code)
                    return false;
            }
        }

        return position == answers.Length;
    }

    /// <returns>True when the indicator has exactly one answer, and that one can be used.</returns>
    private static bool AddUnsound(Indicator indicator, Given given, ReadOnlySpan<IndicatorAnswer?> answers, List<Ground> grounds)
    {
        if (indicator is { Measure: Measure.Points, Max: null })
            return false; // How much it counts is not known: nobody can be asked to score it, and the set is incomplete anyway.
        var before = grounds.Count;
        if (given.Count == 0)
            grounds.Add(new(GroundCodes.MissingIndicator, GroundKind.Invalid, indicator.Code));
        foreach (var answer in answers)
        {
            if (answer?.Indicator == indicator.Code && Unusable(indicator, answer) is { } ground)
                grounds.Add(ground);
        }

        if (given.Count > 1)
            grounds.Add(new(GroundCodes.RepeatedIndicator, GroundKind.Invalid, indicator.Code, given.Count, 1));
        return grounds.Count == before;
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

    /// <summary>The answers to one indicator: how many, and the first, which is the one that counts.</summary>
    private readonly record struct Given(int Count, IndicatorAnswer? First)
    {
        public static Given Of(Indicator indicator, ReadOnlySpan<IndicatorAnswer?> answers)
        {
            var given = default(Given);
            foreach (var answer in answers)
            {
                if (answer?.Indicator == indicator.Code)
                    given = new(given.Count + 1, given.First ?? answer);
            }

            return given;
        }
    }
}
