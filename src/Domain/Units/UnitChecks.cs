using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>Holds the units against each other: one unit a code and day, each lying in one that exists as long as it does.</summary>
internal sealed class UnitChecks(UnitRows rows, List<LocalText> errors)
{
    /// <summary>The units of each code, the oldest first.</summary>
    public ILookup<string, UnitRow> ByCode { get; } = rows.Units.OrderBy(row => row.Unit.Begin).ToLookup(row => row.Unit.Code);

    public void Run()
    {
        foreach (var group in ByCode)
            foreach (var (earlier, later) in group.Zip(group.Skip(1)))
                Overlap(earlier, later);
        foreach (var row in rows.Units)
            Parent(row.Where, row.Unit);
        foreach (var group in rows.Disadvantaged.OrderBy(row => row.Area.Begin).GroupBy(row => row.Area.Unit))
        {
            foreach (var (where, area) in group)
                Disadvantaged(where, area);
            foreach (var (earlier, later) in group.Zip(group.Skip(1)).Where(pair => pair.Second.Area.Begin <= pair.First.Area.End))
                errors.Add(later.Where.Error($"{later.Area.Unit} đã được nêu cho cùng những ngày ấy ở {earlier.Where.Vi}.", $"{later.Area.Unit} is listed for the same days on {earlier.Where.En}."));
        }
    }

    private void Overlap(UnitRow earlier, UnitRow later)
    {
        LocalText since = later.Unit.ValidFrom is { } day ? new($"từ {day:yyyy-MM-dd}", $"from {day:yyyy-MM-dd}") : new("từ đầu", "from the beginning");
        if (later.Unit.ValidFrom == earlier.Unit.ValidFrom)
            errors.Add(later.Where.Error(
                $"{later.Unit.Code} {since.Vi} đã là {earlier.Unit.FullName} ở {earlier.Where.Vi}.", $"{later.Unit.Code} {since.En} is already {earlier.Unit.FullName} of {earlier.Where.En}."));
        else if (later.Unit.Begin <= earlier.Unit.End)
            errors.Add(later.Where.Error(
                $"{later.Unit.Code} {since.Vi} vẫn còn là {earlier.Unit.FullName} ở {earlier.Where.Vi}: hai đơn vị chồng nhau.",
                $"{later.Unit.Code} {since.En} is still {earlier.Unit.FullName} of {earlier.Where.En}: the two overlap."));
    }

    private void Parent(Place where, AdministrativeUnit unit)
    {
        if (unit.Parent is null)
        {
            if (unit.Kind != UnitKind.Province)
                errors.Add(where.Error($"thiếu parent: {unit.FullName} phải thuộc một đơn vị khác.", $"parent is missing: {unit.FullName} must lie in another unit."));
            return;
        }

        var parents = ByCode[unit.Parent].Where(row => row.Unit.Begin <= unit.End && unit.Begin <= row.Unit.End).Select(row => row.Unit).ToList();
        if (parents.Find(parent => !UnitTypes.MayLieIn(unit.Kind, parent.Kind)) is { } wrong)
            errors.Add(where.Error($"{unit.FullName} không thể thuộc {wrong.FullName}.", $"{unit.FullName} cannot lie in {wrong.FullName}."));
        else if (!IsKnown(unit.Parent))
            errors.Add(where.Error($"không có đơn vị \"{unit.Parent}\" để {unit.FullName} thuộc vào.", $"there is no unit \"{unit.Parent}\" for {unit.FullName} to lie in."));
        else if (Gap(parents, unit.Begin, unit.End) is { } day && ByCode.Contains(unit.Parent))
            errors.Add(where.Error($"{unit.Parent}, nơi {unit.FullName} thuộc vào, không tồn tại {On(day).Vi}.", $"{unit.Parent}, which {unit.FullName} lies in, does not exist {On(day).En}."));
    }

    private void Disadvantaged(Place where, DisadvantagedArea area)
    {
        if (!IsKnown(area.Unit))
            errors.Add(where.Error($"không có đơn vị \"{area.Unit}\".", $"there is no unit \"{area.Unit}\"."));
        else if (Gap([.. ByCode[area.Unit].Select(row => row.Unit)], area.Begin, area.End) is { } day && ByCode.Contains(area.Unit))
            errors.Add(where.Error($"{area.Unit} không tồn tại {On(day).Vi}.", $"{area.Unit} does not exist {On(day).En}."));
    }

    private bool IsKnown(string code) => ByCode.Contains(code) || rows.Unread.Contains(code);

    /// <summary>The first day from the one to the other on which none of the units exists; they are in order.</summary>
    private static DateOnly? Gap(IReadOnlyList<AdministrativeUnit> units, DateOnly from, DateOnly to)
    {
        foreach (var unit in units.Where(unit => unit.End >= from))
        {
            if (unit.Begin > from)
                return from;
            if (unit.End >= to)
                return null;
            from = unit.End.AddDays(1);
        }

        return from;
    }

    private static LocalText On(DateOnly day) => day == DateOnly.MinValue ? new("từ đầu", "from the beginning") : new($"ngày {day:yyyy-MM-dd}", $"on {day:yyyy-MM-dd}");
}
