using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Applications;

/// <summary>What the applicant does with his own case. That it is his is proven before.</summary>
public static class Applying
{
    public static Outcome AnswerCorrection(Application state, CorrectionAnswersInput command, CriteriaSet criteria, DateTimeOffset now, Holidays holidays)
    {
        if (!Transitions.Allows(CommandKind.AnswerCorrection, state.Status))
            return Outcome.Refuse(state.Status is ApplicationStatus.Lapsed ? RefusalCodes.Lapsed : RefusalCodes.NotAwaitingCorrection);
        if (CorrectionFaults.Of(command, state.Correction!, criteria) is { Count: > 0 } faults)
            return Outcome.Refuse(RefusalCodes.InvalidInput, faults);

        // An answer before the deadline's command has run is in time by record, whatever the clock says; the applicant gains nothing by it.
        var answers = command.Answers!.Select(answer => answer! with { Text = FreeText.Of(answer.Text), Evidence = FreeText.Of(answer.Evidence) });
        var due = WorkingDays.Add(VietnamTime.DayOf(now), Math.Max(1, state.Stage!.RemainingDays ?? 0), holidays);
        return Outcome.Of(new Fact.CorrectionAnswered(state.CurrentStage!.Value, [.. answers], due));
    }

    public static Outcome Withdraw(Application state, WithdrawalInput command)
    {
        if (state.Status is ApplicationStatus.Withdrawn)
            return new Outcome.AlreadyDone();
        if (!Transitions.Allows(CommandKind.Withdraw, state.Status))
            return Outcome.Refuse(RefusalCodes.CannotWithdraw);
        return FreeText.Faults(command.Reason, "/reason").ToList() is { Count: > 0 } faults
            ? Outcome.Refuse(RefusalCodes.InvalidInput, faults)
            : Outcome.Of(new Fact.ApplicationWithdrawn(FreeText.Of(command.Reason)));
    }
}

public sealed record CorrectionAnswersInput(IReadOnlyList<CorrectionAnswer?>? Answers);

public sealed record WithdrawalInput(string? Reason);
