using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>Indicators met or not met, level by level: the highest level that is fully met gives the grade.</summary>
internal sealed class LevelsTally(CriteriaSet set) : Tally(set)
{
    private readonly int[] asked = new int[set.AwardLevels.Count];
    private readonly List<Ground>?[] missing = new List<Ground>?[set.AwardLevels.Count];
    private readonly (int Met, int Asked)[] scores = new (int, int)[set.Criteria.Count];

    public override void Add(int criterion, Indicator indicator, IndicatorAnswer? answer, bool sound)
    {
        for (var i = 0; i < asked.Length; i++)
        {
            var level = Set.AwardLevels[i];
            if (!IsAsked(indicator, level.Code, out var percent))
                continue;
            asked[i]++;
            // A threshold that nobody knows is never met, and never held against the holder: its set is incomplete.
            var judged = sound && (indicator.Measure is Measure.Met || percent is not null);
            var ground = judged ? Short(indicator, answer!, percent, level.Name) : null;
            if (ground is not null)
                (missing[i] ??= []).Add(ground);
            if (i == 0)
                scores[criterion] = (scores[criterion].Met + (judged && ground is null ? 1 : 0), scores[criterion].Asked + 1);
        }
    }

    public override Verdict Close(List<Ground> grounds)
    {
        var (met, total) = (0, 0);
        var criteria = new CriterionScore[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            (met, total) = (met + scores[i].Met, total + scores[i].Asked);
            criteria[i] = new(Set.Criteria[i].Code, scores[i].Met, scores[i].Asked);
        }

        // A level that asks this holder nothing is reached by nobody.
        if (asked.Length == 0 || asked[0] == 0)
            AddIncomplete(grounds);
        if (grounds.Count > 0)
            return new(CriteriaMode.Indicators, met, total, null, grounds, criteria, null);

        var reached = asked.Length - 1;
        while (reached >= 0 && (asked[reached] == 0 || missing[reached] is not null))
            reached--;
        if (reached < 0)
            grounds.AddRange(missing[0]!);
        var next = reached + 1;
        return new(
            CriteriaMode.Indicators, met, total, reached < 0 ? null : Set.AwardLevels[reached].Grade, grounds, criteria,
            next < asked.Length && missing[next] is { } needed ? new(Set.AwardLevels[next].Grade, needed) : null);
    }

    private static void AddIncomplete(List<Ground> grounds)
    {
        if (grounds.All(ground => ground.Code != GroundCodes.SetIncomplete))
            grounds.Add(new(GroundCodes.SetIncomplete, GroundKind.Invalid));
    }

    private static bool IsAsked(Indicator indicator, string level, out decimal? percent)
    {
        percent = null;
        for (var i = 0; i < indicator.Requirements.Count; i++)
        {
            if (indicator.Requirements[i].Level != level)
                continue;
            percent = indicator.Requirements[i].Percent;
            return true;
        }

        return indicator.Requirements.Count == 0;
    }

    /// <summary>What is short of the requirement, or null.</summary>
    private static Ground? Short(Indicator indicator, IndicatorAnswer answer, decimal? percent, LocalText level) => indicator.Measure switch
    {
        Measure.Percent when answer.Percent < percent => new(GroundCodes.BelowThreshold, GroundKind.NotReached, indicator.Code, answer.Percent, percent, level),
        Measure.Met when answer.Met != true => new(GroundCodes.NotMet, GroundKind.NotReached, indicator.Code, Grade: level),
        _ => null,
    };
}
