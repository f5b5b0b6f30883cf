using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Review;

/// <summary>takeovers.json: who goes on with a stage whose body was abolished without a successor of its own level, as the districts were on 30 June 2025.</summary>
/// <param name="ToLevel">The body is that of this level where the holder lies once the old one has ended.</param>
public sealed record TakeoverRule(UnitKind FromLevel, Role FromRole, UnitKind ToLevel, Role ToRole, LegalBasis Basis, Certainty Certainty)
{
    internal static IReadOnlyList<TakeoverRule> Parse(ReadOnlyMemory<byte> json, string fileName, List<LocalText> errors) =>
        EntryFile.Read(json, fileName, Place.Takeovers, errors, ReadAll) ?? [];

    private static List<TakeoverRule> ReadAll(EntryReader file)
    {
        var rules = file.List("takeovers", Place.Takeover).Select(Read).OfType<TakeoverRule>().ToList();
        foreach (var twice in rules.GroupBy(rule => (rule.FromLevel, rule.FromRole)).Where(same => same.Count() > 1))
            file.Error(
                $"việc của {twice.Key.FromRole} ở cấp {twice.Key.FromLevel} được hai nơi tiếp nhận; mỗi hồ sơ chỉ một nơi giải quyết tiếp.",
                $"{twice.Key.FromRole} at the level {twice.Key.FromLevel} is taken over twice; one body goes on with a case.");
        return rules;
    }

    private static TakeoverRule? Read(EntryReader entry)
    {
        var (fromLevel, fromRole) = (entry.Choice<UnitKind>("fromLevel"), entry.Choice<Role>("fromRole"));
        var (toLevel, toRole) = (entry.Choice<UnitKind>("toLevel"), entry.Choice<Role>("toRole"));
        var (basis, certainty) = (entry.Basis("basis"), entry.Certainty());
        entry.RefuseUnknown();
        if (fromLevel is null || fromRole is null || toLevel is null || toRole is null || basis is null || certainty is null)
            return null;
        if (!ReviewRouteFile.Decides(fromRole.Value, fromLevel.Value))
            ReviewRouteFile.DoesNotDecide(entry, fromRole.Value, fromLevel.Value);
        if (!ReviewRouteFile.Decides(toRole.Value, toLevel.Value))
            ReviewRouteFile.DoesNotDecide(entry, toRole.Value, toLevel.Value);
        if (fromLevel == toLevel)
            entry.Error($"cấp {fromLevel} tiếp nhận từ chính nó.", $"the level {fromLevel} takes over from itself.");
        return new(fromLevel.Value, fromRole.Value, toLevel.Value, toRole.Value, basis, certainty.Value);
    }
}
