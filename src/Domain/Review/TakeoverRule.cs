using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Review;

/// <summary>takeovers.json: who goes on with a stage whose body was abolished without a successor of its own level, as the districts were on 30 June 2025.</summary>
/// <param name="ToLevel">The body is that of this level where the holder lies once the old one has ended.</param>
public sealed record TakeoverRule(UnitKind FromLevel, Role FromRole, UnitKind ToLevel, Role ToRole, LegalBasis Basis, Certainty Certainty)
{
    internal static IReadOnlyList<TakeoverRule> Parse(ReadOnlyMemory<byte> json, string fileName, List<string> errors) =>
        EntryFile.Read(json, fileName, "takeovers", errors, ReadAll) ?? [];

    private static List<TakeoverRule> ReadAll(EntryReader file)
    {
        var rules = file.List("takeovers", "takeover").Select(Read).OfType<TakeoverRule>().ToList();
        foreach (var twice in rules.GroupBy(rule => (rule.FromLevel, rule.FromRole)).Where(same => same.Count() > 1))
            file.Error($"{twice.Key.FromRole} at the level {twice.Key.FromLevel} is taken over twice; one body goes on with a case.");
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
            entry.Error($"{fromRole} is not a role that decides at the level {fromLevel}.");
        if (!ReviewRouteFile.Decides(toRole.Value, toLevel.Value))
            entry.Error($"{toRole} is not a role that decides at the level {toLevel}.");
        if (fromLevel == toLevel)
            entry.Error($"the level {fromLevel} takes over from itself.");
        return new(fromLevel.Value, fromRole.Value, toLevel.Value, toRole.Value, basis, certainty.Value);
    }
}
