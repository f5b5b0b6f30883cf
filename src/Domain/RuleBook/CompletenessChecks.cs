using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.RuleBook;

/// <summary>What a province that claims to have filled in everything has still to fill in.</summary>
internal static class CompletenessChecks
{
    internal static IEnumerable<LocalText> Of(Province province, RuleBookParts parts)
    {
        if (!province.IsComplete)
            return [];
        var chosen = parts.Routes.Where(route => province.Routes.Contains(route.Entry.Id)).ToList();
        return [.. chosen.SelectMany(Days), .. chosen.SelectMany(route => Sets(route, parts))];
    }

    private static IEnumerable<LocalText> Days(Located<ReviewRoute> route) => route.Entry.Stages.Where(stage => !stage.IsComplete)
        .Select(stage => route.Where(stage).Error(
            $"thiếu thời hạn, mà {Province.FileName} ghi là bộ quy tắc đã đầy đủ.", $"days are missing, but {Province.FileName} says that the rule book is complete."));

    private static IEnumerable<LocalText> Sets(Located<ReviewRoute> route, RuleBookParts parts) =>
        from applies in route.Entry.Validity.AppliesTo
        from level in applies.Levels
        where !parts.Sets.Any(set => set.Entry.Complete && set.Entry.Title == applies.Title && set.Entry.Levels.Contains(level))
        select route.Where().Error(
            $"không có bộ tiêu chí nào của {TitleInfo.Of(applies.Title).Code} {level} đầy đủ, mà {Province.FileName} ghi là bộ quy tắc đã đầy đủ.",
            $"no criteria set of {TitleInfo.Of(applies.Title).Code} {level} is complete, but {Province.FileName} says that the rule book is.");
}
