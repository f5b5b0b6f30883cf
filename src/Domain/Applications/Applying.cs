using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Text;
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
        var answers = command.Answers!.Select(answer => answer with { Text = Given(answer.Text), Evidence = Given(answer.Evidence) });
        var due = WorkingDays.Add(VietnamTime.DayOf(now), Math.Max(1, state.Stage!.RemainingDays ?? 0), holidays);
        return Outcome.Of(new Fact.CorrectionAnswered(state.CurrentStage!.Value, [.. answers], due));
    }

    public static Outcome Withdraw(Application state, WithdrawalInput command) => state.Status switch
    {
        ApplicationStatus.Withdrawn => new Outcome.AlreadyDone(),
        var status when Transitions.Allows(CommandKind.Withdraw, status) => Outcome.Of(new Fact.ApplicationWithdrawn(Given(command.Reason))),
        _ => Outcome.Refuse(RefusalCodes.CannotWithdraw),
    };

    private static string? Given(string? text) => VietnameseText.Clean(text) is { Length: > 0 } clean ? clean : null;
}

public sealed record CorrectionAnswersInput(IReadOnlyList<CorrectionAnswer>? Answers);

public sealed record WithdrawalInput(string? Reason);
