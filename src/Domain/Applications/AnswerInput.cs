using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Applications;

/// <summary>One answer as it arrives, from an applicant or a reviewer. Whether it fits its indicator is for <see cref="Scoring"/> to say.</summary>
/// <param name="Files">SHA-256 of files under the submission's evidence ticket.</param>
public sealed record AnswerInput(string? Indicator, int? Points, string? Evidence, bool? Met = null, decimal? Percent = null, IReadOnlyList<string?>? Files = null)
{
    /// <summary>What can be judged of the answers; empty ones are left out, and so are files that are not among those <paramref name="brought"/>.</summary>
    public static SelfAssessment ToAssessment(IReadOnlyList<AnswerInput?>? answers, IReadOnlyDictionary<string, EvidenceFile>? brought = null) =>
        new([.. (answers ?? []).OfType<AnswerInput>().Select(answer => new IndicatorAnswer(
            answer.Indicator ?? "", answer.Points, answer.Met, answer.Percent, FreeText.Of(answer.Evidence), brought is null ? null : ChosenFiles.Of(answer.Files, brought)))]);

    /// <summary>What is wrong with the answers whatever the indicators ask. Files are looked at only where it is said which were <paramref name="brought"/>.</summary>
    public static IEnumerable<Fault> Faults(IReadOnlyList<AnswerInput?>? answers, IReadOnlyDictionary<string, EvidenceFile>? brought = null)
    {
        foreach (var (index, answer) in (answers ?? []).Index())
        {
            if (answer is null)
                yield return new("answer_empty", $"/answers/{index}", new("Mục trả lời này để trống.", "This answer is empty."));
            foreach (var fault in FreeText.Faults(answer?.Evidence, $"/answers/{index}/evidence"))
                yield return fault;
            foreach (var fault in brought is null ? [] : ChosenFiles.Faults(answer?.Files, brought, $"/answers/{index}/files"))
                yield return fault;
        }
    }
}
