using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Review;

/// <summary>A household, clan, community or learning unit that a person belongs to.</summary>
/// <param name="Unit">Code of the administrative unit it lies in.</param>
public sealed record Tie(TitleKind Title, string Unit, string Name);

/// <summary>Why somebody does not decide a case.</summary>
public enum ConflictKind
{
    /// <summary>The applicant is his own household or family.</summary>
    Family,
    Clan,

    /// <summary>He works there, or belongs to it.</summary>
    LearningUnit,
    Community,

    /// <summary>Money, an office, a quarrel: anything else that people would doubt him for.</summary>
    Interest,
}

/// <summary>What a reviewer has said of himself.</summary>
public sealed record DeclaredConflict(string Person, ConflictKind Kind);

/// <summary>Conflicts of interest: declared by the person, or known from what is recorded of him.</summary>
public static class Conflicts
{
    /// <summary>Is the case one that this person must not have anything to do with as staff?</summary>
    public static bool Bar(Actor actor, Application state) =>
        state.Conflicts.Any(conflict => conflict.Person == actor.Id)
        || actor.Phone == state.Submission.Representative.Phone
        || IsTied(actor, state.Submission.Title, state.Submission.Unit, state.Submission.Holder.Name);

    /// <summary>Does the person belong to the holder? Names are compared without case, diacritics and punctuation: people write their own in many ways.</summary>
    public static bool IsTied(Actor actor, TitleKind title, string unit, string holder) =>
        actor.Ties?.Any(tie => tie.Title == title && tie.Unit == unit && Folded(tie.Name) == Folded(holder)) ?? false;

    /// <summary>Four eyes: whoever filed the case, has answered for the applicant, or has decided a stage of it, decides no other.</summary>
    public static bool HasHandled(Actor actor, Application state) =>
        state.SubmittedBy == actor.Id || state.AnsweredBy.Contains(actor.Id) || state.Stages.Any(stage => stage.DecidedBy == actor.Id);

    public static Outcome Declare(Application state, ConflictInput input, Actor actor, bool isInArea)
    {
        if (state.Conflicts.Any(conflict => conflict.Person == actor.Id))
            return new Outcome.AlreadyDone();
        if (Bar(actor, state))
            return Outcome.Refuse(RefusalCodes.ConflictOfInterest);
        if (!isInArea)
            return Outcome.Refuse(RefusalCodes.OutsideArea);

        // In the order of the form: what is wrong is read from its top.
        var faults = new List<Fault>();
        if (input.Kind is not { } kind || !Enum.IsDefined(kind))
            faults.Add(new("conflict_kind_missing", "/kind", new("Hãy chọn quan hệ của bạn với hồ sơ.", "Choose what the conflict is.")));
        faults.AddRange(FreeText.Faults(input.Reason, "/reason"));
        if (FreeText.Of(input.Reason) is null)
            faults.Add(new("reason_missing", "/reason", new("Hãy nói rõ lý do.", "Say what it is in your own words.")));
        return faults.Count > 0 ? Outcome.Refuse(RefusalCodes.InvalidInput, faults) : Outcome.Of(new Fact.ConflictDeclared(input.Kind!.Value, FreeText.Of(input.Reason)!));
    }

    private static string Folded(string name) =>
        string.Join(' ', VietnameseText.Fold(name).Split([' ', '.', ',', ';', '-', '–', '"', '“', '”', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries));
}

public sealed record ConflictInput(ConflictKind? Kind, string? Reason);
