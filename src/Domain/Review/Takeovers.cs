using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Review;

/// <summary>
/// What becomes of the stages of a case when a body that was to decide ends: the successor of its level goes on with the same role; where there is none, the
/// rule book says who. Units and rules are always those of today, whatever the case was submitted under: a body that is gone decides nothing.
/// </summary>
public sealed class Takeovers(UnitDirectory units, IReadOnlyList<TakeoverRule> rules)
{
    /// <summary>A demonstration that stands still on a day: no body ever ends in it.</summary>
    public bool StandsStill { get; init; }

    /// <summary>The first day on which a body of an undecided stage is no longer there and another can go on; null while none is known.</summary>
    public DateOnly? FirstDay(Application state) => Undecided(state)
        .Select(stage => Body(state, stage.Record.Rule) is { ValidTo: { } last } body && Successor(state, stage.Record.Rule, body) is not null ? last.AddDays(1) : (DateOnly?)null)
        .Min();

    /// <summary>The moves that are due on the day, one for each stage; empty when there is none. What the due dates were they stay.</summary>
    public IReadOnlyList<Fact> Due(Application state, DateOnly today) =>
    [
        .. Undecided(state)
            .Select(stage => (stage.Index, stage.Record.Rule, Body: Body(state, stage.Record.Rule)))
            .Where(stage => stage.Body?.ValidTo < today)
            .Select(stage => Successor(state, stage.Rule, stage.Body!) is { } next
                ? new Fact.StageMoved(stage.Index, next.Role, next.Unit.Code, MoveReason.BodyAbolished, units.Ending(stage.Body!)?.Decree)
                : null)
            .OfType<Fact>(),
    ];

    private IEnumerable<(int Index, StageRecord Record)> Undecided(Application state) =>
        StandsStill || state.IsClosed || state.Status is ApplicationStatus.Approved
            ? []
            : state.Stages.Index().Where(stage => stage.Item.Outcome is null).Select(stage => (stage.Index, stage.Item));

    /// <summary>The unit that was meant when the stage was bound to it: codes are given again to other units.</summary>
    private AdministrativeUnit? Body(Application state, StageRule rule) => units.Nearest(rule.Unit, rule.BoundOn ?? VietnamTime.DayOf(state.SubmittedAt));

    private (Role Role, AdministrativeUnit Unit)? Successor(Application state, StageRule rule, AdministrativeUnit ended)
    {
        var day = ended.ValidTo!.Value.AddDays(1);
        var (map, holders) = (units.On(day), HolderOn(state, day));
        var sameLevel = (units.Ending(ended)?.To ?? []).Where(unit => unit.Kind == ended.Kind).ToList();
        // Where a body was divided, the part goes on that the holder lies in.
        if (sameLevel.FirstOrDefault(unit => sameLevel.Count == 1 || holders.Any(holder => map.IsWithin(holder.Code, unit.Code))) is { } successor)
            return (rule.Role, successor);
        return rules.FirstOrDefault(takeover => takeover.FromLevel == ended.Kind && takeover.FromRole == rule.Role) is { } found
            && holders.Select(holder => map.Above(holder.Code, found.ToLevel)).FirstOrDefault(unit => unit is not null) is { } body
                ? (found.ToRole, body)
                : null;
    }

    /// <summary>Where the holder is on the day. Of a unit that was divided every part, in the order of the file: the first that has a body takes the case.</summary>
    private IReadOnlyList<AdministrativeUnit> HolderOn(Application state, DateOnly day) =>
        units.Nearest(state.Submission.Unit, VietnamTime.DayOf(state.SubmittedAt)) is { } unit ? units.AsOf(unit, day) : [];
}
