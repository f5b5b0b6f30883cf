using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.RuleBook;

/// <summary>One application judged twice: by the rules it was submitted under, and by others that a province thinks of.</summary>
/// <param name="Set">Id of the criteria set.</param>
/// <param name="After">Null where the other rule book has no such set.</param>
public sealed record Rejudgement(string Set, Judgement Before, Judgement? After)
{
    public bool IsChanged => Before != After;

    public static Rejudgement Of(Submission submission, CriteriaSet own, RuleBook other)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        return new(own.Id, Judge(submission, own), other.CriteriaSets.TryGetValue(own.Id, out var set) ? Judge(submission, set) : null);
    }

    private static Judgement Judge(Submission submission, CriteriaSet set)
    {
        var verdict = Scoring.Judge(set, submission.Answers, submission.AssessedUnder(set));
        return new(verdict.IsValid, verdict.Passes, verdict.Passes ? verdict.Grade?.Code : null);
    }
}

/// <param name="IsValid">False where the answers do not fit the set, for example because it asks something that nobody was asked.</param>
/// <param name="Passes">The title is reached.</param>
/// <param name="Grade">Code of the band or level it is reached in; null where it is not reached.</param>
public sealed record Judgement(bool IsValid, bool Passes, string? Grade);
