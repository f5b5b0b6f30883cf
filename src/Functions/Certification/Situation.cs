using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Certification;

/// <summary>What the process has to know of a case: never the case itself.</summary>
/// <param name="Stage">Index of the stage that reviews, or null when the review is over.</param>
/// <param name="NextDeadline">UTC; null when time demands nothing.</param>
/// <param name="Queued">The rows that were written for reviewers.</param>
/// <param name="Told">How many of its notices have been taken over to be sent.</param>
public sealed record Situation(int Version, ApplicationStatus Status, int? Stage, DateTime? NextDeadline, IReadOnlyList<QueueKey> Queued, int Told = 0)
{
    public static Situation Of(Application state, IReadOnlyList<QueueKey> queued, int told, Rules rules) => new(
        state.Version, state.Status, state.CurrentStage, StageDeadlines.Next(state, rules.HolidaysOf(state), rules.Takeovers)?.At.UtcDateTime, queued, told);
}
