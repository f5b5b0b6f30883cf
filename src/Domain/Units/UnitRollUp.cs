namespace TitleCertification.Domain.Units;

/// <summary>Counts of units of any time, added up by the units of one day and level: a report of old communes by new ones, or the other way round.</summary>
/// <param name="ByUnit">By the units of that day.</param>
/// <param name="Undivided">
/// What nothing says the share of: the unit was split, or, looking back, was made of several. No count is guessed, and none is lost.
/// </param>
public sealed record UnitRollUp(IReadOnlyDictionary<UnitId, long> ByUnit, IReadOnlyList<UndividedCount> Undivided)
{
    public static UnitRollUp Of(UnitDirectory units, IEnumerable<KeyValuePair<UnitId, long>> counts, DateOnly day, UnitKind level)
    {
        var (byUnit, undivided) = (new Dictionary<UnitId, long>(), new List<UndividedCount>());
        foreach (var (id, count) in counts)
        {
            var candidates = units.Find(id) is { } unit ? Candidates(units, unit, units.On(day), level) : [];
            if (candidates is [var only])
                byUnit[only.Id] = byUnit.GetValueOrDefault(only.Id) + count;
            else
                undivided.Add(new(id, count, [.. candidates.Select(candidate => candidate.Id)]));
        }

        return new(byUnit, undivided);
    }

    private static List<AdministrativeUnit> Candidates(UnitDirectory units, AdministrativeUnit unit, UnitMap map, UnitKind level)
    {
        var then = units.AsOf(unit, map.Day);
        if (then.Count > 0)
            return [.. then.Select(other => map.Above(other.Code, level)).OfType<AdministrativeUnit>().Distinct()];
        // It was abolished, as the districts were: its count belongs where the unit above it has gone.
        return unit.ValidTo is { } last && units.Find(unit.Parent, last) is { } above ? Candidates(units, above, map, level) : [];
    }
}

/// <param name="Candidates">The units among which the count would be divided; none where the level does not exist on the day.</param>
public sealed record UndividedCount(UnitId Unit, long Count, IReadOnlyList<UnitId> Candidates);
