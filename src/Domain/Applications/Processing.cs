using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.Applications;

/// <summary>What the service itself does with a case. Each command may come twice: the second time it is already done.</summary>
public static class Processing
{
    /// <summary>Opens the first stage. A complete online submission is received at once: what is checked at receipt was checked at submission.</summary>
    public static Outcome Receive(Application state, DateTimeOffset now, Holidays holidays, Takeovers takeovers) => state.Status is ApplicationStatus.Submitted
        ? Outcome.Of([
            new Fact.ApplicationReceived(), .. takeovers.Due(state, VietnamTime.DayOf(now)), new Fact.StageOpened(0, Reviewing.DueOf(state.Stages[0].Rule, now, holidays))])
        : new Outcome.AlreadyDone();

    /// <summary>Gives the stages of bodies that have ended to those that go on.</summary>
    public static Outcome Move(Application state, DateTimeOffset now, Takeovers takeovers) =>
        takeovers.Due(state, VietnamTime.DayOf(now)) is { Count: > 0 } moves ? Outcome.Of(moves) : new Outcome.AlreadyDone();

    /// <summary>Does what time demands, if it demands anything now.</summary>
    public static Outcome ActOnDeadline(Application state, DateTimeOffset now, Holidays holidays, Takeovers takeovers)
    {
        if (StageDeadlines.Next(state, holidays, takeovers) is not { } deadline || now < deadline.At)
            return new Outcome.AlreadyDone();
        if (deadline.Command is CommandKind.Move)
            return Move(state, now, takeovers);
        var stage = state.CurrentStage!.Value;
        return deadline.Command switch
        {
            CommandKind.Remind when state.Status is ApplicationStatus.AwaitingCorrection => Outcome.Of(new Fact.ApplicantReminded(stage)),
            CommandKind.Remind => Outcome.Of(new Fact.ReviewerReminded(stage)),
            CommandKind.Escalate => Outcome.Of(new Fact.StageEscalated(stage)),
            CommandKind.Lapse => Outcome.Of(new Fact.ApplicationLapsed(stage)),
            var other => throw new InvalidOperationException($"{state.Dossier}: {other} is not a command of time."),
        };
    }

    public static Outcome Certify(Application state, RegisterNumber number, DateOnly issuedOn, string sha256) => state switch
    {
        { Certificate: { } certificate } when certificate.Number == number => new Outcome.AlreadyDone(),
        { Certificate: { } certificate } => throw new InvalidOperationException($"{state.Dossier} is certified as {certificate.Number}; it cannot be as {number} too."),
        _ when Transitions.Allows(CommandKind.Certify, state.Status) => Outcome.Of(new Fact.TitleCertified(number, issuedOn, sha256)),
        _ => throw new InvalidOperationException($"{state.Dossier} is {state.Status}: nothing to certify."),
    };

    public static Outcome Deliver(Application state, string to) => Transitions.Allows(CommandKind.Deliver, state.Status)
        ? Outcome.Of(new Fact.CertificateDelivered(to))
        : new Outcome.AlreadyDone();
}
