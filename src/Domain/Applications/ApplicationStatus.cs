namespace TitleCertification.Domain.Applications;

/// <summary>Where an application stands. What leads from one to the other is in <see cref="Transitions"/>.</summary>
public enum ApplicationStatus
{
    Submitted,
    Received,
    InReview,

    /// <summary>The applicant has been asked to correct items; the reviewer's clock stands still.</summary>
    AwaitingCorrection,

    /// <summary>The last stage has approved; the certificate is being made.</summary>
    Approved,
    Certified,
    Delivered,
    Refused,
    Withdrawn,

    /// <summary>A correction was asked for and nobody answered in time.</summary>
    Lapsed,
}
