using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.RuleBook;

/// <summary>What a province that claims to have filled in everything has still to fill in.</summary>
internal static class CompletenessChecks
{
    internal static IEnumerable<string> Of(Province province, RuleBookParts parts)
    {
        if (!province.IsComplete)
            return [];
        var chosen = parts.Routes.Where(route => province.Routes.Contains(route.Entry.Id)).ToList();
        return [.. chosen.SelectMany(Days), .. chosen.SelectMany(route => Sets(route, parts))];
    }

    private static IEnumerable<string> Days(Located<ReviewRoute> route) => route.Entry.Stages.Where(stage => !stage.IsComplete)
        .Select(stage => $"{route.File}: route {route.Entry.Id}, stage {stage.Code}: days are missing, but {Province.FileName} says that the rule book is complete.");

    private static IEnumerable<string> Sets(Located<ReviewRoute> route, RuleBookParts parts) =>
        from applies in route.Entry.Validity.AppliesTo
        from level in applies.Levels
        where !parts.Sets.Any(set => set.Entry.Complete && set.Entry.Title == applies.Title && set.Entry.Levels.Contains(level))
        select $"{route.File}: route {route.Entry.Id}: no criteria set of {TitleInfo.Of(applies.Title).Code} {level} is complete, but {Province.FileName} says that the rule book is.";
}
