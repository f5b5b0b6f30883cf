using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>Holds successions and units against each other: each end of a unit has its succession, each succession leads to what is there on its day.</summary>
internal sealed class SuccessionChecks(UnitRows rows, ILookup<string, UnitRow> byCode, List<LocalText> errors)
{
    /// <returns>One for each unit that ended; not to be used when there were errors.</returns>
    public IReadOnlyList<Succession> Run()
    {
        Circles();
        var (successions, wrong) = (new List<Succession>(), new HashSet<string>());
        foreach (var group in rows.Successions.GroupBy(row => row.End))
            if (Check([.. group]) is { } succession)
                successions.Add(succession);
            else
                wrong.Add(group.First().From);
        var ended = successions.Select(succession => succession.From.Id).ToHashSet();
        foreach (var (where, unit) in rows.Units)
            if (unit.ValidTo is { } last && !ended.Contains(unit.Id) && !wrong.Contains(unit.Code) && !rows.Unread.Contains(unit.Code))
                errors.Add(where.Error(
                    $"{unit.FullName} kết thúc ngày {last:yyyy-MM-dd} mà không có dòng kế thừa nào cho biết nó đã thành gì.",
                    $"{unit.FullName} ended on {last:yyyy-MM-dd}, and no succession says what became of it."));
        return successions;
    }

    private Succession? Check(IReadOnlyList<SuccessionRow> group)
    {
        var first = group[0];
        foreach (var twice in group.GroupBy(row => row.To).Where(same => same.Count() > 1))
            errors.Add(twice.Last().Where.Error(
                $"việc {first.From} {(twice.Key is null ? "giải thể" : $"thành {twice.Key}")} đã có ở {twice.First().Where.Vi}.",
                $"that {first.From} became {twice.Key ?? "nothing"} stands on {twice.First().Where.En} too."));
        if (group.FirstOrDefault(row => row.Kind != first.Kind) is { } other)
            errors.Add(other.Where.Error(
                $"{first.From} là {Word(other)} mà ở {first.Where.Vi} lại là {Word(first)} cùng ngày.", $"{first.From} was {Word(other)} and, on {first.Where.En}, {Word(first)} on the same day."));
        var from = From(first);
        var to = group.Select(row => row.To is null ? null : To(row)).OfType<AdministrativeUnit>().ToList();
        if (from is null || to.Count < group.Count(row => row.To is not null))
            return null;
        Fits(first, from, to);
        return new(first.On, first.Kind, from, to, first.Decree, first.Certainty);
    }

    private AdministrativeUnit? From(SuccessionRow row)
    {
        if (!IsKnown(row, row.From))
            return null;
        var before = byCode[row.From].Select(known => known.Unit).LastOrDefault(unit => unit.Begin < row.On);
        if (before is null)
            errors.Add(row.Where.Error(
                $"{row.From} không tồn tại trước {row.On:yyyy-MM-dd} nên không thể thành gì vào ngày ấy.", $"{row.From} does not exist before {row.On:yyyy-MM-dd}, so nothing can become of it on that day."));
        else if (before.ValidTo is null)
            errors.Add(row.Where.Error(
                $"{before.FullName} ({row.From}) không có ngày kết thúc; valid_to phải là {row.On.AddDays(-1):yyyy-MM-dd}.",
                $"{before.FullName} ({row.From}) has no end; valid_to must be {row.On.AddDays(-1):yyyy-MM-dd}."));
        else if (before.End.AddDays(1) != row.On)
            errors.Add(row.Where.Error(
                $"{before.FullName} ({row.From}) kết thúc ngày {before.ValidTo:yyyy-MM-dd}; ngày ở đây phải là hôm sau, không phải {row.On:yyyy-MM-dd}.",
                $"{before.FullName} ({row.From}) ends on {before.ValidTo:yyyy-MM-dd}; the date must be the day after, not {row.On:yyyy-MM-dd}."));
        else
            return before;
        return null;
    }

    private AdministrativeUnit? To(SuccessionRow row)
    {
        if (!IsKnown(row, row.To!))
            return null;
        var successor = byCode[row.To!].Select(known => known.Unit).FirstOrDefault(unit => unit.ExistsOn(row.On));
        if (successor is null)
            errors.Add(row.Where.Error($"{row.To} không tồn tại ngày {row.On:yyyy-MM-dd} nên không thể kế thừa.", $"{row.To} does not exist on {row.On:yyyy-MM-dd}, so it cannot be a successor."));
        return successor;
    }

    private void Fits(SuccessionRow row, AdministrativeUnit from, List<AdministrativeUnit> to)
    {
        if (to.Find(unit => unit.Kind != from.Kind) is { } other)
            errors.Add(row.Where.Error($"{other.FullName} khác cấp với {from.FullName} nên không thể kế thừa.", $"{other.FullName} is of another level than {from.FullName} and cannot succeed it."));
        if (row.Kind is SuccessionKind.Split ? to.Count < 2 : to.Count > 1)
            errors.Add(row.Where.Error(
                $"{from.FullName} có {to.Count} đơn vị kế thừa; chỉ đơn vị chia tách (split) mới có nhiều, và phải có từ hai trở lên.",
                $"{from.FullName} has {to.Count} successor(s); only what was split has several, and it has two or more."));
        else if (row.Kind is SuccessionKind.Moved && to[0].Parent == from.Parent)
            errors.Add(row.Where.Error($"{from.FullName} được chuyển (moved) mà vẫn thuộc {from.Parent} như trước.", $"{from.FullName} was moved, but lies in {from.Parent} as before."));
        else if (row.Kind is SuccessionKind.Renamed && to[0].FullName == from.FullName)
            errors.Add(row.Where.Error($"{from.FullName} được đổi tên (renamed) mà vẫn mang tên như trước.", $"{from.FullName} was renamed, but is called so as before."));
    }

    /// <summary>Successors that themselves ended that day and lead back. Where every successor exists on its day there is none: each step goes on in time.</summary>
    private void Circles()
    {
        var next = rows.Successions.Where(row => row.To is { } to && !byCode[to].Any(known => known.Unit.ExistsOn(row.On))).ToLookup(row => row.End);
        var done = new HashSet<string>();
        foreach (var start in next.SelectMany(group => group))
        {
            var trail = new List<SuccessionRow>();
            Follow(start);

            void Follow(SuccessionRow row)
            {
                var begin = trail.FindIndex(earlier => earlier.From == row.From);
                if (begin >= 0)
                {
                    var circle = string.Join(" -> ", trail.Skip(begin).Append(row).Select(step => step.From));
                    errors.Add(row.Where.Error($"các dòng kế thừa ngày {row.On:yyyy-MM-dd} đi thành vòng: {circle}.", $"the successions of {row.On:yyyy-MM-dd} lead in a circle: {circle}."));
                }

                if (begin >= 0 || !done.Add(row.End))
                    return;
                trail.Add(row);
                foreach (var further in next[row.EndOfSuccessor])
                    Follow(further);
                trail.RemoveAt(trail.Count - 1);
            }
        }
    }

    private bool IsKnown(SuccessionRow row, string code)
    {
        if (byCode.Contains(code))
            return true;
        if (!rows.Unread.Contains(code))
            errors.Add(row.Where.Error($"không có đơn vị \"{code}\".", $"there is no unit \"{code}\"."));
        return false;
    }

    private static string Word(SuccessionRow row) => row.Kind.ToString().ToLowerInvariant();
}
