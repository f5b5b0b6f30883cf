namespace TitleCertification.Domain.Units;

/// <summary>The indexes for searching, each made when it is first asked for: between two changes every day has the same tree, and so the same index.</summary>
internal sealed class UnitIndexes
{
    private readonly DateOnly[] changes;
    private readonly Lazy<UnitIndex>[] indexes;
    private readonly Lazy<UnitIndex> allTimes;

    public UnitIndexes(UnitDirectory units)
    {
        var all = units.All;
        changes = [.. all.Select(unit => unit.Begin).Concat(all.Where(unit => unit.ValidTo is not null).Select(unit => unit.End.AddDays(1))).Distinct().Order()];
        indexes = [.. changes.Prepend(DateOnly.MinValue).Select(day => new Lazy<UnitIndex>(() => Of(units.On(day))))];
        allTimes = new(() => new(all.Where(unit => IsLastOfItsName(unit, units)).Select(unit => (unit, units.On(unit.End).PathName(unit.Code)))));
    }

    /// <summary>Units that ended under the address of their last day.</summary>
    public UnitIndex OfAllTimes => allTimes.Value;

    public UnitIndex Of(DateOnly day)
    {
        var place = Array.BinarySearch(changes, day);
        return indexes[place >= 0 ? place + 1 : ~place].Value;
    }

    private static UnitIndex Of(UnitMap map) => new(map.All.Select(unit => (unit, map.PathName(unit.Code))));

    private static bool IsLastOfItsName(AdministrativeUnit unit, UnitDirectory units) => units.Ever(unit.Code).Last(other => other.FullName == unit.FullName) == unit;
}
