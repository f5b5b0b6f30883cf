using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Applications;

/// <summary>The holder as the criteria see him, from what was typed; for the preview and for the submission alike.</summary>
internal static class AssessedInput
{
    /// <summary>The level may be left out where the set leaves no choice. Where it is missing or unknown, the fault says so and the first level of the set is taken.</summary>
    public static (AssessedHolder Holder, Fault? Fault) Of(string? level, string? learningUnitKind, string? unit, CriteriaSet set, UnitMap units)
    {
        var (known, fault) = Level(level, set);
        var kind = learningUnitKind is null ? null : VietnameseText.Clean(learningUnitKind);
        return (new(known ?? set.Levels[0], kind, units.IsDisadvantaged(unit)), fault);
    }

    private static (HolderLevel? Level, Fault? Fault) Level(string? given, CriteriaSet set)
    {
        if (given is null && set.Levels.Count == 1)
            return (set.Levels[0], null);
        if (given is null)
        {
            var levels = string.Join(", ", set.Levels);
            return (null, new("level_missing", "/level", new($"Cần nêu cấp: {levels}.", $"The level is needed: {levels}.")));
        }

        return Enum.GetNames<HolderLevel>().Contains(given)
            ? (Enum.Parse<HolderLevel>(given), null)
            : (null, new("unknown_level", "/level", new($"Không có cấp “{given}”.", $"There is no level “{given}”.")));
    }
}
