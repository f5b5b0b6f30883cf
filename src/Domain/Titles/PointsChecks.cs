namespace TitleCertification.Domain.Titles;

/// <summary>What must hold between the points of a set: maxima, sums, bands, pass marks.</summary>
internal static class PointsChecks
{
    internal static IEnumerable<string> Of(CriteriaSet set) =>
        [.. Limits(set), .. Sums(set), .. Bands(set), .. PassMarks(set)];

    private static IEnumerable<string> Limits(CriteriaSet set)
    {
        foreach (var indicator in set.Indicators)
        {
            if (indicator.Max is null && set.Complete)
                yield return $"indicator {indicator.Code}: its maximum is not known, but the set is said to be complete.";
            if (indicator.Max == 0)
                yield return $"indicator {indicator.Code}: its maximum is 0, so it can never count.";
            if (indicator.Floor > indicator.Max)
                yield return $"indicator {indicator.Code}: its floor {indicator.Floor} is above its maximum {indicator.Max}.";
        }
    }

    private static IEnumerable<string> Sums(CriteriaSet set)
    {
        foreach (var criterion in set.Criteria)
        {
            if (criterion.Max is null && set.Complete)
                yield return $"criterion {criterion.Code}: its maximum is not known, but the set is said to be complete.";
            var sum = criterion.Indicators.Sum(indicator => (long)(indicator.Max ?? 0));
            if (Differs(set, sum, criterion.Max))
                yield return $"criterion {criterion.Code}: its indicators add up to {sum}, its maximum is {criterion.Max}.";
        }

        if (set.MaxTotal is null && set.Complete)
            yield return "set: its maximum is not known, but the set is said to be complete.";
        var total = set.Criteria.Sum(criterion => (long)(criterion.Max ?? 0));
        if (Differs(set, total, set.MaxTotal))
            yield return $"set: its criteria add up to {total}, its maximum is {set.MaxTotal}.";
    }

    // In an incomplete set parts may be missing, so less is no contradiction; more always is.
    private static bool Differs(CriteriaSet set, long sum, int? max) => max is not null && (set.Complete ? sum != max : sum > max);

    private static IEnumerable<string> Bands(CriteriaSet set)
    {
        if (set.Bands.Count == 0)
            yield break;
        var rising = set.Bands.OrderBy(band => band.Min).ToList();
        if (rising[0].Min != 0)
            yield return $"band {rising[0].Code}: totals from 0 to {rising[0].Min - 1} are in no band.";
        foreach (var (lower, upper) in rising.Zip(rising.Skip(1)))
        {
            if (lower.MaxExclusive is null || lower.MaxExclusive > upper.Min)
                yield return $"bands {lower.Code} and {upper.Code}: both hold a total of {upper.Min}.";
            else if (lower.MaxExclusive < upper.Min)
                yield return $"bands {lower.Code} and {upper.Code}: totals from {lower.MaxExclusive} to {upper.Min - 1} are in neither.";
            if (lower.Awarded && !upper.Awarded)
                yield return $"bands {lower.Code} and {upper.Code}: the lower gives the title and the higher does not.";
        }

        foreach (var band in set.Bands)
        {
            if (band.MaxExclusive <= band.Min)
                yield return $"band {band.Code}: it is empty, from {band.Min} to below {band.MaxExclusive}.";
            if (band.Min > set.MaxTotal)
                yield return $"band {band.Code}: it begins at {band.Min}, above the maximum {set.MaxTotal}.";
        }

        if (rising[^1].MaxExclusive <= set.MaxTotal)
            yield return $"band {rising[^1].Code}: totals from {rising[^1].MaxExclusive} to {set.MaxTotal} are in no band.";
        if (!set.Bands.Any(band => band.Awarded))
            yield return "set: no band gives the title.";
    }

    private static IEnumerable<string> PassMarks(CriteriaSet set)
    {
        if (set.PassMark is not { Points: { } points } mark)
        {
            if (set.Complete && set.PassMark is not null)
                yield return "passMark: it is not known, but the set is said to be complete.";
            else if (set.Complete && set.Bands.Count == 0)
                yield return "set: it has neither bands nor a pass mark.";
            if (set.PassMark is { Disadvantaged: not null })
                yield return "passMark: that of disadvantaged areas is given, the ordinary one is not.";
            yield break;
        }

        if (points > set.MaxTotal)
            yield return $"passMark: it is {points}, above the maximum {set.MaxTotal}.";
        if (mark.Disadvantaged > points)
            yield return $"passMark: in disadvantaged areas it is {mark.Disadvantaged}, above the ordinary {points}.";
        if (set.LowestAwarded is { } lowest && lowest.Min != points)
            yield return $"passMark: it is {points}, but the lowest band that gives the title, {lowest.Code}, begins at {lowest.Min}.";
        var floors = set.Indicators.Sum(indicator => (long)(indicator.Floor ?? 0));
        if (floors > points)
            yield return $"passMark: it is {points}, but the floors alone add up to {floors}.";
    }
}
