namespace TitleCertification.Domain.Titles;

/// <summary>What must hold between the values of a set. Each problem is a sentence that starts with the entry it is about.</summary>
internal static class CriteriaSetChecks
{
    internal static IEnumerable<string> Of(CriteriaSet set) =>
        [.. Validity(set), .. Codes(set), .. Limits(set), .. Sums(set), .. Bands(set)];

    private static IEnumerable<string> Validity(CriteriaSet set)
    {
        if (set.ValidTo < set.ValidFrom)
            yield return $"set: it ends on {set.ValidTo:yyyy-MM-dd}, before it begins on {set.ValidFrom:yyyy-MM-dd}.";
        if (set.Criteria.Count == 0)
            yield return "set: it has no criteria.";
    }

    private static IEnumerable<string> Codes(CriteriaSet set)
    {
        foreach (var code in Repeated(set.Bands.Select(band => band.Code)))
            yield return $"band {code}: the code is used more than once.";
        foreach (var code in Repeated(set.Criteria.Select(criterion => criterion.Code)))
            yield return $"criterion {code}: the code is used more than once.";
        foreach (var code in Repeated(set.Criteria.SelectMany(criterion => criterion.Indicators).Select(indicator => indicator.Code)))
            yield return $"indicator {code}: the code is used more than once.";
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> codes) =>
        codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<string> Limits(CriteriaSet set)
    {
        foreach (var indicator in set.Criteria.SelectMany(criterion => criterion.Indicators))
        {
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
            var sum = criterion.Indicators.Sum(indicator => (long)indicator.Max);
            if (Differs(set, sum, criterion.Max))
                yield return $"criterion {criterion.Code}: its indicators add up to {sum}, its maximum is {criterion.Max}.";
        }

        var total = set.Criteria.Sum(criterion => (long)criterion.Max);
        if (Differs(set, total, set.MaxTotal))
            yield return $"set: its criteria add up to {total}, its maximum is {set.MaxTotal}.";
    }

    // In an incomplete set parts may be missing, so less is no contradiction; more always is.
    private static bool Differs(CriteriaSet set, long sum, int max) => set.Complete ? sum != max : sum > max;

    private static IEnumerable<string> Bands(CriteriaSet set)
    {
        if (set.Bands.Count == 0)
        {
            if (set.Complete)
                yield return "set: it has no bands.";
            yield break;
        }

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
}
