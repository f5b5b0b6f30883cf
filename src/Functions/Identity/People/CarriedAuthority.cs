using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Authority in a unit that was renamed, moved or divided goes on in what became of it; in one that was merged with others it does not (<see cref="UnitDirectory.Carries"/>).</summary>
internal static class CarriedAuthority
{
    /// <summary>The authority of the moment, that in the old unit included: cases may still lie with its body.</summary>
    public static Actor Of(Person person, DateTimeOffset now, UnitMap map)
    {
        var (actor, today, units) = (person.ActorAt(now), map.Day, map.Directory);
        var carried =
            from grant in person.Grants
            where grant.HoldsAt(now)
            // Given today for a unit of the map's day, which in a demonstration is another.
            let given = units.Nearest(grant.Authority.Unit, grant.From < today ? grant.From : today)
            where given is not null
            from unit in units.AsOf(given, today)
            where unit.Code != given.Code && units.Carries(given, unit)
            select grant.Authority with { Unit = unit.Code };
        return carried.ToList() is { Count: > 0 } more ? actor with { Authorities = [.. actor.Authorities.Concat(more).Distinct()] } : actor;
    }

    /// <summary>Codes of the units whose authority has come to this one.</summary>
    public static IEnumerable<string> Before(string code, UnitMap map) =>
        map.Directory.Nearest(code, map.Day) is { } unit ? Origins(unit, unit, map.Directory).Select(origin => origin.Code).Where(origin => origin != code).Distinct() : [];

    // Each step goes strictly earlier: this ends.
    private static IEnumerable<AdministrativeUnit> Origins(AdministrativeUnit unit, AdministrativeUnit now, UnitDirectory units) =>
        units.Origins(unit).Where(origin => origin.On == unit.ValidFrom && units.Carries(origin.From, now)).SelectMany(origin => Origins(origin.From, now, units).Prepend(origin.From));
}
