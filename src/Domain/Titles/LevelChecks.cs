using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>What must hold between the levels of a set that is judged by indicators.</summary>
internal static class LevelChecks
{
    internal static IEnumerable<LocalText> Of(CriteriaSet set) => [.. Levels(set), .. set.Indicators.SelectMany(indicator => Requirements(set, indicator))];

    private static IEnumerable<LocalText> Levels(CriteriaSet set)
    {
        if (set.AwardLevels.Count == 0)
            yield return Place.Set.Error("không có mức nào để đạt.", "it has no levels to reach.");
        if (!set.Complete)
            yield break;
        foreach (var level in set.AwardLevels)
        {
            foreach (var holder in Holders(set).Where(holder => !set.Indicators.Any(indicator => Asks(indicator, level.Code) && indicator.Applies(holder))))
                yield return Place.AwardLevel.Named(level.Code).Error($"không yêu cầu chỉ số nào đối với {Name(holder).Vi}.", $"it asks no indicator of {Name(holder).En}.");
        }
    }

    private static IEnumerable<LocalText> Requirements(CriteriaSet set, Indicator indicator)
    {
        var place = Place.Indicator.Named(indicator.Code);
        foreach (var unknown in indicator.Requirements.Where(asked => set.AwardLevels.All(level => level.Code != asked.Level)))
            yield return place.Error($"\"{unknown.Level}\" không phải là mức của bộ này.", $"\"{unknown.Level}\" is no level of this set.");
        foreach (var code in CriteriaSetChecks.Repeated(indicator.Requirements.Select(asked => asked.Level)))
            yield return place.Error($"mức {code} được nêu nhiều lần.", $"level {code} is named more than once.");
        if (indicator.Measure is not Measure.Percent)
            yield break;
        if (indicator.Requirements.Count == 0)
            yield return place.Error("yêu cầu tỷ lệ phần trăm mà không nêu tỷ lệ nào.", "it asks for a percentage and names none.");
        foreach (var unknown in indicator.Requirements.Where(asked => asked.Percent is null && set.Complete))
            yield return CriteriaSetChecks.ButComplete(place, $"chưa biết tỷ lệ của mức {unknown.Level}", $"the percentage of level {unknown.Level} is not known");

        var rising = set.AwardLevels.Select(level => indicator.Requirements.FirstOrDefault(asked => asked.Level == level.Code)).OfType<Requirement>()
            .Where(asked => asked.Percent is not null).ToList();
        foreach (var (lower, upper) in rising.Zip(rising.Skip(1)).Where(pair => pair.Second.Percent < pair.First.Percent))
            yield return place.Error(
                $"tỷ lệ giảm từ {lower.Percent} ở {lower.Level} xuống {upper.Percent} ở {upper.Level}.",
                $"the percentage falls from {lower.Percent} at {lower.Level} to {upper.Percent} at {upper.Level}.");
    }

    private static bool Asks(Indicator indicator, string level) => indicator.Requirements.Count == 0 || indicator.Requirements.Any(asked => asked.Level == level);

    private static IEnumerable<AssessedHolder> Holders(CriteriaSet set) =>
        from level in set.Levels
        from kind in set.LearningUnitKinds.Select(kind => kind.Code).DefaultIfEmpty()
        select new AssessedHolder(level, kind);

    private static LocalText Name(AssessedHolder holder) => holder.LearningUnitKind is { } kind ? new($"{kind} ở cấp {holder.Level}", $"{kind} at {holder.Level}") : new($"{holder.Level}", $"{holder.Level}");
}
