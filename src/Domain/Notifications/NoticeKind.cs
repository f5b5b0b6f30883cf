namespace TitleCertification.Domain.Notifications;

/// <summary>What somebody is told. The names are part of the record.</summary>
public enum NoticeKind
{
    Received,
    CorrectionRequested,
    CorrectionReminder,
    CorrectionAnswered,
    Refused,
    Certified,
    Lapsed,
    Withdrawn,
    ReviewReminder,
    StageOverdue,
    StageMoved,

    /// <summary>Of no case: what waits for an office this morning (<see cref="Notifications.QueueDigest"/>).</summary>
    QueueDigest,
}
