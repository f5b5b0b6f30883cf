using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;

namespace TitleCertification.Functions.Identity.People;

/// <summary>
/// Who belongs to a family belongs to it under every name of the place where it lives: the hamlet or its commune, whichever the application names, and what the place was before and became
/// since. Otherwise than authority (<see cref="CarriedAuthority"/>) a tie grows with its place: one that is seen too often costs another reviewer, one that is not seen costs the title its worth.
/// </summary>
internal static class CarriedTies
{
    public static IReadOnlyList<Tie> Of(IReadOnlyList<Tie> ties, UnitMap map) => ties.Count == 0 ? ties :
        [.. ties.SelectMany(tie => Places(tie.Unit, map).Select(unit => tie with { Unit = unit })).Distinct()];

    private static IEnumerable<string> Places(string code, UnitMap map)
    {
        var units = map.Directory;
        if (units.Nearest(code, map.Day) is not { } given)
            return [code];
        var always = units.AsOf(given, map.Day).Append(given).SelectMany(unit => Before(unit, units)).Distinct();
        return always.SelectMany(unit => Near(unit, unit.ExistsOn(map.Day) ? map : units.On(unit.ValidTo ?? unit.ValidFrom ?? map.Day)));
    }

    /// <summary>The unit and all it was made from. Each step goes strictly earlier: this ends.</summary>
    private static IEnumerable<AdministrativeUnit> Before(AdministrativeUnit unit, UnitDirectory units) =>
        units.Origins(unit).Where(origin => origin.On == unit.ValidFrom).SelectMany(origin => Before(origin.From, units)).Prepend(unit);

    /// <summary>Of a hamlet its commune too, of a commune its hamlets.</summary>
    private static IEnumerable<string> Near(AdministrativeUnit unit, UnitMap map) => unit.Kind switch
    {
        UnitKind.Hamlet => [unit.Code, map.Above(unit.Code, UnitKind.Commune)?.Code ?? unit.Code],
        UnitKind.Commune => map.Children(unit.Code).Select(hamlet => hamlet.Code).Prepend(unit.Code),
        _ => [unit.Code],
    };
}
