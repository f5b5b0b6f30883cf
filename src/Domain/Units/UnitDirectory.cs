using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>All units of all times, and what became of those that ended. Immutable; safe for concurrent use. Made by <see cref="UnitFiles"/>, which checks it.</summary>
public sealed class UnitDirectory
{
    private readonly Dictionary<string, AdministrativeUnit[]> byCode;
    private readonly ILookup<string, AdministrativeUnit> byParent;
    private readonly Dictionary<UnitId, Succession> endings;
    private readonly ILookup<UnitId, Succession> origins;
    private readonly ILookup<string, DisadvantagedArea> disadvantaged;
    private readonly Lazy<UnitIndexes> indexes;

    internal UnitDirectory(IReadOnlyList<AdministrativeUnit> units, IReadOnlyList<Succession> successions, IReadOnlyList<DisadvantagedArea> disadvantaged)
    {
        All = units;
        byCode = units.GroupBy(unit => unit.Code).ToDictionary(group => group.Key, group => group.OrderBy(unit => unit.Begin).ToArray());
        byParent = units.Where(unit => unit.Parent is not null).ToLookup(unit => unit.Parent!);
        endings = successions.ToDictionary(succession => succession.From.Id);
        origins = successions.SelectMany(succession => succession.To.Select(to => KeyValuePair.Create(to.Id, succession))).ToLookup(pair => pair.Key, pair => pair.Value);
        this.disadvantaged = disadvantaged.ToLookup(area => area.Unit);
        indexes = new(() => new(this));
    }

    /// <summary>In the order they were given, whether they exist or have ended.</summary>
    public IReadOnlyList<AdministrativeUnit> All { get; }

    public UnitMap On(DateOnly day) => new(this, day);

    public AdministrativeUnit? Find(UnitId id) => Ever(id.Code).FirstOrDefault(unit => unit.ValidFrom == id.ValidFrom);

    /// <summary>Null when no unit has the code on the day.</summary>
    public AdministrativeUnit? Find(string? code, DateOnly day)
    {
        if (code is not null && byCode.TryGetValue(code, out var units))
            foreach (var unit in units)
                if (unit.ExistsOn(day))
                    return unit;
        return null;
    }

    /// <summary>The unit that has the code on the day; otherwise the last one that had it before, otherwise the first one after. Null for a code never given.</summary>
    public AdministrativeUnit? Nearest(string? code, DateOnly day) => Ever(code) is [var first, ..] all ? all.LastOrDefault(unit => unit.Begin <= day) ?? first : null;

    /// <summary>Every unit that has had the code, the oldest first.</summary>
    public IReadOnlyList<AdministrativeUnit> Ever(string? code) => code is not null && byCode.TryGetValue(code, out var units) ? units : [];

    /// <summary>How the unit ended; null while it exists.</summary>
    public Succession? Ending(AdministrativeUnit unit) => endings.GetValueOrDefault(unit.Id);

    /// <summary>What ended in the unit: what it was made from, and what was merged into it since.</summary>
    public IEnumerable<Succession> Origins(AdministrativeUnit unit) => origins[unit.Id];

    /// <summary>
    /// The unit in terms of the day: what has become of it by then, or, looking back, all that lay where it lies now. Several when it was split, or looking
    /// back over a merger; none when it was abolished (see <see cref="CameOutOf"/>) or nothing is known of its origin.
    /// </summary>
    public IReadOnlyList<AdministrativeUnit> AsOf(AdministrativeUnit unit, DateOnly day) => [.. Walk(unit, day, forward: unit.End < day).Distinct()];

    /// <summary>For a unit that ended without a successor: what came, the day after, of the units that lay directly in it. The communes of a district.</summary>
    public IReadOnlyList<AdministrativeUnit> CameOutOf(AdministrativeUnit unit) => unit.ValidTo is not { } last
        ? []
        : [.. On(last).Children(unit.Code).SelectMany(child => AsOf(child, last.AddDays(1))).Distinct()];

    /// <summary>Does the unit, or one of those that it has become by the day, lie in the area on that day? So a successor's staff find the cases of before.</summary>
    public bool LiesIn(AdministrativeUnit unit, string area, DateOnly day) => AsOf(unit, day).Any(now => On(day).IsWithin(now.Code, area));

    /// <summary>
    /// Does authority given in the one hold in the other by itself? Only where it does not grow: in the unit itself, and in a unit made of nothing but what it
    /// held (renamed, moved to another parent, a part of it). Who held a commune that was merged with others needs a new authority, and so does everybody
    /// whose province joined another.
    /// </summary>
    public bool Carries(AdministrativeUnit given, AdministrativeUnit now) => given == now
        || (now.ValidFrom is { } from && origins[now.Id].Any(origin => origin.On == from) && origins[now.Id].All(origin => Carries(given, origin.From)));

    /// <summary>What became of a unit that does not exist today, or that it does not exist yet. Null for one that does.</summary>
    public LocalText? Explain(AdministrativeUnit unit, DateOnly today) => UnitSentences.Explain(this, unit, today);

    /// <summary>As <see cref="UnitMap.Search"/>, among the units of all times; a unit that only moved or lies there still under its name is found once.</summary>
    public IReadOnlyList<AdministrativeUnit> SearchAllTimes(string? text, int limit = 20, UnitKind? kind = null) => indexes.Value.OfAllTimes.Find(text, limit, kind);

    internal IEnumerable<AdministrativeUnit> ThatLieIn(string parent) => byParent[parent];

    internal DisadvantagedArea? DisadvantageOf(string code, DateOnly day) => disadvantaged[code].FirstOrDefault(area => area.HoldsOn(day));

    internal UnitIndex IndexOf(DateOnly day) => indexes.Value.Of(day);

    // Each step goes strictly later, or strictly earlier: this ends.
    private IEnumerable<AdministrativeUnit> Walk(AdministrativeUnit unit, DateOnly day, bool forward)
    {
        if (unit.ExistsOn(day))
            yield return unit;
        var next = forward
            ? unit.End < day ? Ending(unit)?.To ?? [] : []
            : origins[unit.Id].Where(origin => origin.On > day).Select(origin => origin.From);
        foreach (var other in next.SelectMany(other => Walk(other, day, forward)))
            yield return other;
    }
}
