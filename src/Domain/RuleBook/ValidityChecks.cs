using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.RuleBook;

/// <summary>No two entries of a kind may hold for the same title, level, jurisdiction and day, or carry the same id; jurisdictions must exist.</summary>
internal static class ValidityChecks
{
    internal static IEnumerable<LocalText> Of(Province province, UnitDirectory units, RuleBookParts parts)
    {
        List<Entry> sets = [.. parts.Sets.Select(set => new Entry(set.File, Place.Set, set.Entry.Id, Of(set.Entry)))];
        List<Entry> routes = [.. parts.Routes.Select(route => new Entry(route.File, Place.Route, route.Entry.Id, route.Entry.Validity))];
        List<Entry> wordings = [.. parts.Wordings.Select(wording => new Entry(wording.File, Place.Wording, wording.Entry.Id, wording.Entry.Validity))];
        List<Entry> deadlines = [.. parts.Deadlines.Select(rule => new Entry(RuleBookFiles.Deadlines, Place.Deadline, rule.Code, rule.Validity))];
        var complete = parts.Sets.Where(set => set.Entry.Complete).Select(set => set.Entry.Id).ToHashSet();
        return
        [
            .. SameIds(sets), .. SameIds(routes), .. SameIds(wordings),
            .. Jurisdictions([.. sets, .. routes, .. wordings, .. deadlines], province, units),
            // A set that certifies nothing contradicts nobody: where the end of an older text is not known, both are shown.
            .. Overlaps(sets.Where(set => complete.Contains(set.Id))), .. Overlaps([.. routes.Where(route => province.Routes.Contains(route.Id))]), .. Overlaps(wordings),
            .. deadlines.GroupBy(rule => rule.Id).SelectMany(Overlaps),
        ];
    }

    private static Validity Of(CriteriaSet set) => new(set.Jurisdiction, set.ValidFrom, set.ValidTo, [new(set.Title, set.Levels)]);

    private static IEnumerable<LocalText> SameIds(IEnumerable<Entry> entries) => entries.GroupBy(entry => entry.Id).Where(same => same.Count() > 1)
        .Select(same => same.Last().Where.Error($"tệp {same.First().File} cũng dùng id này.", $"the id is used by {same.First().File} too."));

    private static IEnumerable<LocalText> Jurisdictions(IEnumerable<Entry> entries, Province province, UnitDirectory units)
    {
        foreach (var entry in entries.Where(entry => !entry.Validity.IsNational && entry.Validity.Jurisdiction != province.Unit))
        {
            var given = entry.Validity.Jurisdiction;
            yield return units.Ever(given).Count == 0
                ? entry.Where.Error(
                    $"không có phạm vi áp dụng (jurisdiction) \"{given}\"; phải là \"{Validity.Nation}\" hoặc mã của tỉnh, \"{province.Unit}\".",
                    $"there is no jurisdiction \"{given}\"; it is \"{Validity.Nation}\" or the code of the province, \"{province.Unit}\".")
                : entry.Where.Error(
                    $"phạm vi áp dụng (jurisdiction) \"{given}\" không phải của bộ quy tắc này, \"{province.Unit}\".", $"the jurisdiction \"{given}\" is not that of this rule book, \"{province.Unit}\".");
        }
    }

    private static IEnumerable<LocalText> Overlaps(IEnumerable<Entry> entries)
    {
        var list = entries.ToList();
        foreach (var (index, later) in list.Index())
            foreach (var earlier in list.Take(index).Where(entry => entry.Validity.Jurisdiction == later.Validity.Jurisdiction && entry.Validity.Overlaps(later.Validity)))
                if (Shared(earlier.Validity, later.Validity) is { Count: > 0 } shared)
                    yield return later.Where.Error(
                        $"đối với {string.Join(", ", shared)} có hiệu lực trùng ngày với {earlier.Id} ({earlier.File}).",
                        $"for {string.Join(", ", shared)} it holds on days on which {earlier.Id} ({earlier.File}) holds too.");
    }

    private static List<string> Shared(Validity one, Validity other) =>
        [.. one.AppliesTo.SelectMany(applies => applies.Subjects).Where(subject => other.IsFor(subject.Title, subject.Level)).Select(subject => subject.Words)];

    private sealed record Entry(string File, Place Kind, string Id, Validity Validity)
    {
        public Place Where => Kind.Named(Id).In(File);
    }
}
