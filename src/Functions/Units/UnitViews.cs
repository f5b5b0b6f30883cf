using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Units;

/// <summary>A unit in a list to choose from (docs/api.md).</summary>
/// <param name="Official">False: the code is an identifier of this service, not to be shown as an official code.</param>
/// <param name="Address">With all units above, as of the day asked about, or as of its last day where it has ended.</param>
/// <param name="Explanation">Where the unit does not exist today: what became of it.</param>
public sealed record UnitItem(
    string Code, bool Official, UnitKind Kind, UnitType Type, string Name, LocalText Address, DateOnly? EndedOn, IReadOnlyList<UnitView>? Today, LocalText? Explanation)
{
    public static UnitItem Of(AdministrativeUnit unit, UnitDirectory units, DateOnly on, DateOnly today)
    {
        var gone = !unit.ExistsOn(today);
        return new(
            unit.Code, unit.HasOfficialCode, unit.Kind, unit.Type, unit.FullName, AddressOf(unit, units, on), unit.ValidTo,
            gone ? TodayOf(unit, units, today) : null, units.Explain(unit, today));
    }

    internal static LocalText AddressOf(AdministrativeUnit unit, UnitDirectory units, DateOnly on)
    {
        var map = MapOf(unit, units, on);
        return new(map.PathName(unit.Code), map.EnglishPathName(unit.Code));
    }

    /// <summary>The map of the day, or of the nearest day on which the unit existed.</summary>
    internal static UnitMap MapOf(AdministrativeUnit unit, UnitDirectory units, DateOnly on) =>
        units.On(unit.ExistsOn(on) ? on : unit.ValidTo is { } last && last < on ? last : unit.ValidFrom ?? on);

    internal static IReadOnlyList<UnitView> TodayOf(AdministrativeUnit unit, UnitDirectory units, DateOnly today) => Named(units.AsOf(unit, today));

    internal static IReadOnlyList<UnitView> Named(IEnumerable<AdministrativeUnit> units) => [.. units.Select(unit => new UnitView(unit.Code, unit.FullName))];
}

/// <summary>The units that were asked for, on one day.</summary>
/// <param name="On">The day whose units these are; null when units of all times were asked for.</param>
public sealed record UnitList(DateOnly? On, IReadOnlyList<UnitItem> Items);

/// <summary>All about one unit (docs/api.md).</summary>
/// <param name="Path">Itself and all above, as of the day asked about or the nearest one on which it existed.</param>
/// <param name="Ending">How it ended; null while it exists.</param>
/// <param name="Origins">What it was made from, and what was merged into it since.</param>
/// <param name="CameOutOf">For a unit that was abolished: the units that lie where it lay.</param>
public sealed record UnitDetails(
    string Code, bool Official, Certainty CodeCertainty, UnitKind Kind, UnitType Type, string Name, LocalText Address, DateOnly? ValidFrom, DateOnly? ValidTo,
    IReadOnlyList<UnitView> Path, DisadvantageView? Disadvantaged, SuccessionView? Ending, IReadOnlyList<SuccessionView> Origins, IReadOnlyList<UnitView>? CameOutOf,
    IReadOnlyList<UnitView> Today, LocalText? Explanation)
{
    public static UnitDetails Of(AdministrativeUnit unit, UnitDirectory units, DateOnly on, DateOnly today)
    {
        var map = UnitItem.MapOf(unit, units, on);
        var ending = units.Ending(unit);
        return new(
            unit.Code, unit.HasOfficialCode, unit.CodeCertainty, unit.Kind, unit.Type, unit.FullName, UnitItem.AddressOf(unit, units, on), unit.ValidFrom, unit.ValidTo,
            UnitItem.Named(map.Path(unit.Code)), DisadvantageView.Of(map.Disadvantage(unit.Code)),
            ending is null ? null : SuccessionView.Of(ending), [.. units.Origins(unit).Select(SuccessionView.Of)],
            ending is { Kind: SuccessionKind.Abolished } ? UnitItem.Named(units.CameOutOf(unit)) : null,
            UnitItem.TodayOf(unit, units, today), units.Explain(unit, today));
    }
}

public sealed record DisadvantageView(string Unit, string Basis, Certainty Certainty)
{
    public static DisadvantageView? Of(DisadvantagedArea? area) => area is null ? null : new(area.Unit, area.Basis, area.Certainty);
}

public sealed record SuccessionView(DateOnly On, SuccessionKind Kind, UnitView From, IReadOnlyList<UnitView> To, string Decree, Certainty Certainty)
{
    public static SuccessionView Of(Succession succession) => new(
        succession.On, succession.Kind, new(succession.From.Code, succession.From.FullName), UnitItem.Named(succession.To), succession.Decree, succession.Certainty);
}
