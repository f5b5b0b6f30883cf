namespace TitleCertification.Domain.Titles;

/// <summary>What must hold between the levels of a set that is judged by indicators.</summary>
internal static class LevelChecks
{
    internal static IEnumerable<string> Of(CriteriaSet set) => [.. Levels(set), .. set.Indicators.SelectMany(indicator => Requirements(set, indicator))];

    private static IEnumerable<string> Levels(CriteriaSet set)
    {
        if (set.AwardLevels.Count == 0)
            yield return "set: it has no levels to reach.";
        if (!set.Complete)
            yield break;
        foreach (var level in set.AwardLevels)
        {
            foreach (var holder in Holders(set).Where(holder => !set.Indicators.Any(indicator => Asks(indicator, level.Code) && indicator.Applies(holder))))
                yield return $"level {level.Code}: it asks no indicator of {Name(holder)}.";
        }
    }

    private static IEnumerable<string> Requirements(CriteriaSet set, Indicator indicator)
    {
        foreach (var unknown in indicator.Requirements.Where(asked => set.AwardLevels.All(level => level.Code != asked.Level)))
            yield return $"indicator {indicator.Code}: \"{unknown.Level}\" is no level of this set.";
        foreach (var code in CriteriaSetChecks.Repeated(indicator.Requirements.Select(asked => asked.Level)))
            yield return $"indicator {indicator.Code}: level {code} is named more than once.";
        if (indicator.Measure is not Measure.Percent)
            yield break;
        if (indicator.Requirements.Count == 0)
            yield return $"indicator {indicator.Code}: it asks for a percentage and names none.";
        foreach (var unknown in indicator.Requirements.Where(asked => asked.Percent is null && set.Complete))
            yield return $"indicator {indicator.Code}: the percentage of level {unknown.Level} is not known, but the set is said to be complete.";

        var rising = set.AwardLevels.Select(level => indicator.Requirements.FirstOrDefault(asked => asked.Level == level.Code)).OfType<Requirement>()
            .Where(asked => asked.Percent is not null).ToList();
        foreach (var (lower, upper) in rising.Zip(rising.Skip(1)).Where(pair => pair.Second.Percent < pair.First.Percent))
            yield return $"indicator {indicator.Code}: the percentage falls from {lower.Percent} at {lower.Level} to {upper.Percent} at {upper.Level}.";
    }

    private static bool Asks(Indicator indicator, string level) => indicator.Requirements.Count == 0 || indicator.Requirements.Any(asked => asked.Level == level);

    private static IEnumerable<AssessedHolder> Holders(CriteriaSet set) =>
        from level in set.Levels
        from kind in set.LearningUnitKinds.Select(kind => kind.Code).DefaultIfEmpty()
        select new AssessedHolder(level, kind);

    private static string Name(AssessedHolder holder) => holder.LearningUnitKind is { } kind ? $"{kind} at {holder.Level}" : holder.Level.ToString();
}
