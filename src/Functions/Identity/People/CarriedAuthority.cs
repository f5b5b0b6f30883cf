using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Authority in a unit that was renamed, moved or divided goes on in what became of it; in one that was merged with others it does not (<see cref="UnitDirectory.Carries"/>).</summary>
internal static class CarriedAuthority
{
    /// <summary>The authority of the moment, that in the old unit included: cases may still lie with its body.</summary>
    public static Actor Of(Person person, DateTimeOffset now, Rules rules)
    {
        var (actor, today) = (person.ActorAt(now), rules.MapDay(now));
        var carried =
            from grant in person.Grants
            where grant.HoldsAt(now)
            // Given today for a unit of the map's day, which in a demonstration is another.
            let given = rules.Units.Nearest(grant.Authority.Unit, grant.From < today ? grant.From : today)
            where given is not null
            from unit in rules.Units.AsOf(given, today)
            where unit.Code != given.Code && rules.Units.Carries(given, unit)
            select grant.Authority with { Unit = unit.Code };
        return carried.ToList() is { Count: > 0 } more ? actor with { Authorities = [.. actor.Authorities.Concat(more).Distinct()] } : actor;
    }

    /// <summary>Codes of the units whose authority has come to this one.</summary>
    public static IEnumerable<string> Before(string code, DateTimeOffset now, Rules rules) =>
        rules.Units.Nearest(code, rules.MapDay(now)) is { } unit ? Origins(unit, unit, rules.Units).Select(origin => origin.Code).Where(origin => origin != code).Distinct() : [];

    // Each step goes strictly earlier: this ends.
    private static IEnumerable<AdministrativeUnit> Origins(AdministrativeUnit unit, AdministrativeUnit now, UnitDirectory units) =>
        units.Origins(unit).Where(origin => origin.On == unit.ValidFrom && units.Carries(origin.From, now)).SelectMany(origin => Origins(origin.From, now, units).Prepend(origin.From));
}
