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
        from subject in route.Entry.Validity.AppliesTo.SelectMany(applies => applies.Subjects)
        where !parts.Sets.Any(set => set.Entry.Complete && set.Entry.Title == subject.Title && set.Entry.Levels.Contains(subject.Level) && Reaches(set.Entry, route.Entry.Validity))
        select route.Where().Error(
            $"không có bộ tiêu chí đầy đủ nào của {subject.Words} còn hiệu lực đến ngày cuối của quy trình, mà {Province.FileName} ghi là bộ quy tắc đã đầy đủ.",
            $"no complete criteria set of {subject.Words} holds until the last day of the route, but {Province.FileName} says that the rule book is complete.");

    private static bool Reaches(CriteriaSet set, Validity route) => set.ValidTo is null || route.To is not null && set.ValidTo >= route.To;
}
