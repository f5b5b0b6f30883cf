namespace TitleCertification.Domain.Units;

/// <summary>Holds the units against each other: one unit a code and day, each lying in one that exists as long as it does.</summary>
internal sealed class UnitChecks(UnitRows rows, List<string> errors)
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
                errors.Add($"{later.Where}: {later.Area.Unit} is listed for the same days on {earlier.Where}.");
        }
    }

    private void Overlap(UnitRow earlier, UnitRow later)
    {
        if (later.Unit.ValidFrom == earlier.Unit.ValidFrom)
            errors.Add($"{later.Where}: {later.Unit.Code} {Since(later.Unit)} is already {earlier.Unit.FullName} of {earlier.Where}.");
        else if (later.Unit.Begin <= earlier.Unit.End)
            errors.Add($"{later.Where}: {later.Unit.Code} {Since(later.Unit)} is still {earlier.Unit.FullName} of {earlier.Where}: the two overlap.");
    }

    private void Parent(string where, AdministrativeUnit unit)
    {
        if (unit.Parent is null)
        {
            if (unit.Kind != UnitKind.Province)
                errors.Add($"{where}: parent is missing: {unit.FullName} must lie in another unit.");
            return;
        }

        var parents = ByCode[unit.Parent].Where(row => row.Unit.Begin <= unit.End && unit.Begin <= row.Unit.End).Select(row => row.Unit).ToList();
        if (parents.Find(parent => !UnitTypes.MayLieIn(unit.Kind, parent.Kind)) is { } wrong)
            errors.Add($"{where}: {unit.FullName} cannot lie in {wrong.FullName}.");
        else if (!IsKnown(unit.Parent))
            errors.Add($"{where}: there is no unit \"{unit.Parent}\" for {unit.FullName} to lie in.");
        else if (Gap(parents, unit.Begin, unit.End) is { } day && ByCode.Contains(unit.Parent))
            errors.Add($"{where}: {unit.Parent}, which {unit.FullName} lies in, does not exist {On(day)}.");
    }

    private void Disadvantaged(string where, DisadvantagedArea area)
    {
        if (!IsKnown(area.Unit))
            errors.Add($"{where}: there is no unit \"{area.Unit}\".");
        else if (Gap([.. ByCode[area.Unit].Select(row => row.Unit)], area.Begin, area.End) is { } day && ByCode.Contains(area.Unit))
            errors.Add($"{where}: {area.Unit} does not exist {On(day)}.");
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

    private static string Since(AdministrativeUnit unit) => unit.ValidFrom is { } day ? $"from {day:yyyy-MM-dd}" : "from the beginning";

    private static string On(DateOnly day) => day == DateOnly.MinValue ? "from the beginning" : $"on {day:yyyy-MM-dd}";
}
