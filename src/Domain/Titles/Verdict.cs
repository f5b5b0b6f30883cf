using System.Text.Json.Serialization;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>The result of judging an assessment under a criteria set: every ground against it, not the first one found.</summary>
/// <param name="Total">
/// Points of the indicators that the set has, each counted once, between 0 and its maximum. In a set judged by indicators: how many of those that the lowest
/// level asks are met.
/// </param>
/// <param name="MaxTotal">Null where the sources do not give it.</param>
/// <param name="Grade">
/// The band of the total, or the highest level fully met; null while the input is invalid, and where none is reached. It can be an awarded band although an
/// indicator misses its floor: ask <see cref="Passes"/>.
/// </param>
/// <param name="Criteria">The subtotal of every criterion of the set, in its order.</param>
/// <param name="Next">The next grade and all that is missing for it; null at the highest, where there are no grades, and while the input is invalid.</param>
public sealed record Verdict(
    CriteriaMode Mode, int Total, int? MaxTotal, Grade? Grade, IReadOnlyList<Ground> Grounds, IReadOnlyList<CriterionScore> Criteria, NextGrade? Next)
{
    /// <summary>The input can be judged; says nothing about the title.</summary>
    [JsonIgnore]
    public bool IsValid => Grounds.All(ground => ground.Kind != GroundKind.Invalid);

    /// <summary>The title is reached, in <see cref="Grade"/>.</summary>
    [JsonIgnore]
    public bool Passes => Grounds.Count == 0;

    /// <summary>The whole result in a few sentences.</summary>
    public LocalText Summary() => VerdictSentences.Of(this);
}

/// <param name="Score">Points, or indicators met.</param>
/// <param name="Max">Points, or indicators asked; null where the sources do not give it.</param>
public sealed record CriterionScore(string Criterion, int Score, int? Max);

/// <param name="Missing">Never empty.</param>
public sealed record NextGrade(Grade Grade, IReadOnlyList<Ground> Missing);
