using System.Text.Json.Serialization;
using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.Notifications;

/// <summary>Somebody is to be told of a fact. Says nothing about anybody: the text is written from the record when it is sent.</summary>
/// <param name="Sequence">Of the fact.</param>
/// <param name="At">When the fact happened.</param>
public sealed record Notice(int Sequence, NoticeKind Kind, Audience To, DateTimeOffset At);

/// <summary>Who is told: the applicant of the case, or the people who hold a role in a unit.</summary>
/// <param name="Unit">Null for the applicant.</param>
public sealed record Audience(Role Role, string? Unit)
{
    public static Audience Applicant { get; } = new(Role.Applicant, null);

    [JsonIgnore]
    public bool IsApplicant => Role is Role.Applicant;

    /// <summary>"applicant" or, for example, "DistrictReviewer-361".</summary>
    public override string ToString() => IsApplicant ? "applicant" : $"{Role}-{Unit}";
}
