using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Applications;

/// <summary>What the applicant does with his own case. That it is his is proven before.</summary>
public static class Applying
{
    private static readonly Dictionary<string, EvidenceFile> NoFiles = [];

    /// <param name="unprintable">Characters of a name that the certificate's font cannot print.</param>
    /// <param name="brought">The files that answers may name, by SHA-256; null for none.</param>
    public static Outcome AnswerCorrection(
        Application state, CorrectionAnswersInput command, CriteriaSet criteria, DateTimeOffset now, Holidays holidays, Func<string, string> unprintable,
        IReadOnlyDictionary<string, EvidenceFile>? brought = null)
    {
        if (!Transitions.Allows(CommandKind.AnswerCorrection, state.Status))
            return Outcome.Refuse(state.Status is ApplicationStatus.Lapsed ? RefusalCodes.Lapsed : RefusalCodes.NotAwaitingCorrection);
        if (CorrectionFaults.Of(command, state.Correction!, criteria, brought ?? NoFiles, unprintable) is { Count: > 0 } faults)
            return Outcome.Refuse(RefusalCodes.InvalidInput, faults);

        // An answer before the deadline's command has run is in time by record, whatever the clock says; the applicant gains nothing by it.
        var answers = command.Answers!.Select(answer => answer!.ToAnswer(brought ?? NoFiles)).ToList();
        if (ChosenFiles.TooMany(answers.Aggregate(state.Submission, Correcting.Apply).Answers).ToList() is { Count: > 0 } tooMany)
            return Outcome.Refuse(RefusalCodes.InvalidInput, tooMany);
        var due = WorkingDays.Add(VietnamTime.DayOf(now), Math.Max(1, state.Stage!.RemainingDays ?? 0), holidays);
        return Outcome.Of(new Fact.CorrectionAnswered(state.CurrentStage!.Value, answers, due));
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

public sealed record CorrectionAnswersInput(IReadOnlyList<CorrectionAnswerInput?>? Answers, string? EvidenceTicket = null);

/// <param name="Files">SHA-256 of files under the evidence ticket of this answer.</param>
public sealed record CorrectionAnswerInput(
    string Item, int? Points, string? Evidence, string? Text, bool? Met = null, decimal? Percent = null, IReadOnlyList<string?>? Files = null)
{
    internal CorrectionAnswer ToAnswer(IReadOnlyDictionary<string, EvidenceFile> brought) =>
        new(Item, Points, FreeText.Of(Evidence), FreeText.Of(Text), Met, Percent, ChosenFiles.Of(Files, brought));
}

public sealed record WithdrawalInput(string? Reason);
