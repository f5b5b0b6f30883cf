using System.Text.Json.Serialization;

namespace TitleCertification.Domain.Titles;

/// <summary>The result of judging an assessment under a criteria set: every ground against it, not the first one found.</summary>
/// <param name="Total">Points of the indicators that the set has, each counted once, between 0 and its maximum.</param>
/// <param name="Band">
/// The band of the total; null while the input is invalid. It can be an awarded band although an indicator misses its floor: ask <see cref="Passes"/>.
/// </param>
/// <param name="Criteria">The subtotal of every criterion of the set, in its order.</param>
public sealed record Verdict(int Total, int MaxTotal, Band? Band, IReadOnlyList<Ground> Grounds, IReadOnlyList<CriterionScore> Criteria)
{
    /// <summary>The input can be judged; says nothing about the title.</summary>
    [JsonIgnore]
    public bool IsValid => Grounds.All(ground => ground.Kind != GroundKind.Invalid);

    /// <summary>The title is reached, in <see cref="Band"/>.</summary>
    [JsonIgnore]
    public bool Passes => Grounds.Count == 0;
}

public sealed record CriterionScore(string Criterion, int Points, int Max);
