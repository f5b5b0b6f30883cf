using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;

namespace TitleCertification.Domain.Review;

/// <summary>
/// What time itself demands of a case: remind the reviewer before the due day, show the case to those above once it has passed, remind the
/// applicant who has to correct, let the case lapse when nobody answers, give a stage to another body when its own ends. Days are Vietnamese days; a day has passed at its midnight.
/// </summary>
public static class StageDeadlines
{
    /// <summary>The next thing that is due and when, or null when nothing is: a closed case, or an overdue one that has been shown already.</summary>
    public static Deadline? Next(Application state, Holidays holidays, Takeovers takeovers) =>
        // First the body that is to be reminded, then the reminder.
        new[] { OfBodies(state, takeovers), OfStage(state, holidays) }.OfType<Deadline>().MinBy(deadline => deadline.At);

    /// <summary>The midnight at which a body of an open case is no longer there.</summary>
    private static Deadline? OfBodies(Application state, Takeovers takeovers) =>
        Transitions.Allows(CommandKind.Move, state.Status) && takeovers.FirstDay(state) is { } day ? new(CommandKind.Move, VietnamTime.StartOf(day)) : null;

    private static Deadline? OfStage(Application state, Holidays holidays) => state switch
    {
        { Status: ApplicationStatus.AwaitingCorrection, Correction: { Reminded: false } correction } =>
            new(CommandKind.Remind, VietnamTime.StartOf(WorkingDays.Before(correction.AnswerBy, state.Stage!.Rule.Correction.ReminderDays, holidays))),
        { Status: ApplicationStatus.AwaitingCorrection, Correction: { } correction } => new(CommandKind.Lapse, VietnamTime.EndOf(correction.AnswerBy)),
        { Status: ApplicationStatus.InReview, Stage: { Reminded: false, Due: { } due } stage } =>
            new(CommandKind.Remind, VietnamTime.StartOf(WorkingDays.Before(due, stage.Rule.ReminderDays, holidays))),
        { Status: ApplicationStatus.InReview, Stage: { Escalated: false, Due: { } due } } => new(CommandKind.Escalate, VietnamTime.EndOf(due)),
        _ => null,
    };
}

/// <param name="At">The instant from which the command is due.</param>
public sealed record Deadline(CommandKind Command, DateTimeOffset At);
