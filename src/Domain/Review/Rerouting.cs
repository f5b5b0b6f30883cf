using TitleCertification.Domain.Applications;

namespace TitleCertification.Domain.Review;

/// <summary>Who is left to decide, and where a case goes when nobody is.</summary>
public static class Rerouting
{
    /// <summary>
    /// When everybody who holds the stage is barred from the case, it goes one level up: to the body of the next stage of its route that is another. At the
    /// top there is no other body: the case is shown to the administrators. Where nobody holds the stage at all, it waits: an office is to be filled, not passed over.
    /// </summary>
    /// <param name="holders">Everybody who holds the role of the current stage in its unit today.</param>
    public static Outcome MoveUp(Application state, IReadOnlyCollection<Actor> holders)
    {
        if (state is not { Status: ApplicationStatus.InReview, Stage: { } stage } || !holders.Any(holder => holder.Holds(stage.Rule)) || holders.Any(holder => MayDecide(holder, state)))
            return new Outcome.AlreadyDone();
        var above = state.Stages.Skip(state.CurrentStage!.Value + 1).FirstOrDefault(next => next.Rule.Unit != stage.Rule.Unit);
        if (above is not null)
            return Outcome.Of(new Fact.StageMoved(state.CurrentStage.Value, above.Rule.Role, above.Rule.Unit, MoveReason.NobodyEligible, Decree: null));
        return stage.Escalated ? new Outcome.AlreadyDone() : Outcome.Of(new Fact.StageEscalated(state.CurrentStage.Value));
    }

    /// <summary>May this person decide the current stage of the case?</summary>
    public static bool MayDecide(Actor actor, Application state) =>
        state.Stage is { } stage && actor.Holds(stage.Rule) && !Conflicts.Bar(actor, state) && !Conflicts.HasHandled(actor, state);
}
