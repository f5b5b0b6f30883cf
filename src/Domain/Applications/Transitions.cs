namespace TitleCertification.Domain.Applications;

/// <summary>The whole life of an application in one table: which command is allowed where, and where its facts lead.</summary>
public static class Transitions
{
    /// <param name="To">Null where the command leaves the status as it is, or where its facts decide (an approval opens the next stage or ends the review).</param>
    public sealed record Row(CommandKind Command, IReadOnlyList<ApplicationStatus> From, ApplicationStatus? To);

    public static IReadOnlyList<Row> All { get; } =
    [
        new(CommandKind.Submit, [], ApplicationStatus.Submitted),
        new(CommandKind.Receive, [ApplicationStatus.Submitted], ApplicationStatus.InReview),
        new(CommandKind.Score, [ApplicationStatus.InReview], null),
        new(CommandKind.ApproveStage, [ApplicationStatus.InReview], null),
        new(CommandKind.RequestCorrection, [ApplicationStatus.InReview], ApplicationStatus.AwaitingCorrection),
        new(CommandKind.AnswerCorrection, [ApplicationStatus.AwaitingCorrection], ApplicationStatus.InReview),
        new(CommandKind.Refuse, [ApplicationStatus.InReview], ApplicationStatus.Refused),
        new(CommandKind.Withdraw, [ApplicationStatus.Submitted, ApplicationStatus.InReview, ApplicationStatus.AwaitingCorrection], ApplicationStatus.Withdrawn),
        new(CommandKind.Remind, [ApplicationStatus.InReview, ApplicationStatus.AwaitingCorrection], null),
        new(CommandKind.Escalate, [ApplicationStatus.InReview], null),
        new(CommandKind.Move, [ApplicationStatus.Submitted, ApplicationStatus.InReview, ApplicationStatus.AwaitingCorrection], null),
        new(CommandKind.Lapse, [ApplicationStatus.AwaitingCorrection], ApplicationStatus.Lapsed),
        new(CommandKind.Certify, [ApplicationStatus.Approved], ApplicationStatus.Certified),
        new(CommandKind.Deliver, [ApplicationStatus.Certified], ApplicationStatus.Delivered),
        new(CommandKind.WithdrawConsent, Enum.GetValues<ApplicationStatus>(), null),
        new(CommandKind.Erase, [ApplicationStatus.Refused, ApplicationStatus.Withdrawn, ApplicationStatus.Lapsed, ApplicationStatus.Certified, ApplicationStatus.Delivered], null),
    ];

    public static bool Allows(CommandKind command, ApplicationStatus from) => All.Single(row => row.Command == command).From.Contains(from);

    /// <summary>No command leads out of it, delivery apart; erasing leaves it where it ended.</summary>
    public static bool IsClosed(ApplicationStatus status) => status is
        ApplicationStatus.Certified or ApplicationStatus.Delivered or ApplicationStatus.Refused or ApplicationStatus.Withdrawn or ApplicationStatus.Lapsed;
}

public enum CommandKind
{
    Submit,
    Receive,
    Score,
    ApproveStage,
    RequestCorrection,
    AnswerCorrection,
    Refuse,
    Withdraw,
    Remind,
    Escalate,
    Lapse,
    Move,
    Certify,
    Deliver,
    WithdrawConsent,
    Erase,
}
