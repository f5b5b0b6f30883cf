namespace TitleCertification.Domain.Titles;

/// <summary>What must hold between the values of a set, in either model. Each problem is a sentence that starts with the entry it is about.</summary>
internal static class CriteriaSetChecks
{
    internal static IEnumerable<string> Of(CriteriaSet set) =>
    [
        .. Validity(set), .. Holders(set), .. Codes(set), .. Applicability(set), .. Completeness(set),
        .. set.Mode is CriteriaMode.Points ? PointsChecks.Of(set) : LevelChecks.Of(set),
    ];

    private static IEnumerable<string> Validity(CriteriaSet set)
    {
        if (set.ValidTo < set.ValidFrom)
            yield return $"set: it ends on {set.ValidTo:yyyy-MM-dd}, before it begins on {set.ValidFrom:yyyy-MM-dd}.";
        if (set.ResultValidity is { Months: 0 } or { UpgradeAfterMonths: 0 })
            yield return "resultValidity: a number of months is 0.";
        if (set.ResultValidity is { Rule: ReevaluationRule.Yearly, Months: not null })
            yield return "resultValidity: a yearly result has no number of months.";
        if (set.ResultValidity is { Months: { } months, UpgradeAfterMonths: { } upgrade } && upgrade > months)
            yield return $"resultValidity: a higher grade could be asked for after {upgrade} months, when the result has ended after {months}.";
    }

    private static IEnumerable<string> Holders(CriteriaSet set)
    {
        var title = TitleInfo.Of(set.Title);
        if (set.Levels.Count == 0)
            yield return $"set: \"levels\" is empty; the levels of {title.Code} are {string.Join(", ", title.Levels)}.";
        foreach (var level in set.Levels.Except(title.Levels))
            yield return $"set: {title.Code} has no level {level}; its levels are {string.Join(", ", title.Levels)}.";
        foreach (var level in Repeated(set.Levels.Select(level => level.ToString())))
            yield return $"set: level {level} is named more than once.";
        if (set.LearningUnitKinds.Count > 0 && set.Title is not TitleKind.LearningUnit)
            yield return $"set: kinds of learning unit have no meaning for {title.Code}.";
    }

    private static IEnumerable<string> Codes(CriteriaSet set) =>
    [
        .. Twice("band", set.Bands.Select(band => band.Code)),
        .. Twice("level", set.AwardLevels.Select(level => level.Code)),
        .. Twice("kind", set.LearningUnitKinds.Select(kind => kind.Code)),
        .. Twice("criterion", set.Criteria.Select(criterion => criterion.Code)),
        .. Twice("indicator", set.Indicators.Select(indicator => indicator.Code)),
    ];

    private static IEnumerable<string> Applicability(CriteriaSet set)
    {
        foreach (var indicator in set.Indicators)
        {
            foreach (var kind in indicator.AppliesTo.Where(kind => set.LearningUnitKinds.All(known => known.Code != kind)))
                yield return $"indicator {indicator.Code}: it applies to \"{kind}\", which is no kind of learning unit of this set.";
            foreach (var level in indicator.HolderLevels.Except(set.Levels))
                yield return $"indicator {indicator.Code}: it applies to level {level}, which is no level of this set.";
            foreach (var kind in Repeated(indicator.AppliesTo))
                yield return $"indicator {indicator.Code}: it applies to \"{kind}\" more than once.";
        }
    }

    private static IEnumerable<string> Completeness(CriteriaSet set)
    {
        if (!set.Complete)
            yield break;
        if (set.Criteria.Count == 0)
            yield return "set: it has no criteria.";
        if (set.ResultValidity is null)
            yield return "set: \"resultValidity\" is not known, but the set is said to be complete.";
        foreach (var criterion in set.Criteria)
        {
            if (criterion.Partial)
                yield return $"criterion {criterion.Code}: it is partial, but the set is said to be complete.";
            if (criterion.Indicators.Count == 0)
                yield return $"criterion {criterion.Code}: it has no indicators.";
        }
    }

    private static IEnumerable<string> Twice(string entry, IEnumerable<string> codes) =>
        Repeated(codes).Select(code => $"{entry} {code}: the code is used more than once.");

    internal static IEnumerable<string> Repeated(IEnumerable<string> codes) =>
        codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key);
}
