using System.Text.Json.Serialization;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>What an indicator is answered with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Measure>))]
public enum Measure
{
    Points,
    Met,
    Percent,
}

/// <param name="Max">Null: not found in the sources (incomplete sets only).</param>
/// <param name="Partial">The sources break off: there may be indicators that are not listed here (incomplete sets only).</param>
public sealed record Criterion(string Code, LocalText Name, int? Max, IReadOnlyList<Indicator> Indicators, Certainty Certainty, bool Partial = false);

/// <param name="Max">Whole points; an answer lies between 0 and this. Null in sets without points, and where the sources do not give it.</param>
/// <param name="Floor">The least that the title asks of this indicator even when the total is high enough; null for none.</param>
/// <param name="Threshold">What the text of the indicator asks for, for example "100%"; null where it names none.</param>
/// <param name="Items">The parts the text lists below the indicator, which carry no points of their own.</param>
public sealed record Indicator(string Code, LocalText Name, int? Max, int? Floor, string? Threshold, IReadOnlyList<LocalText> Items, Certainty Certainty)
{
    public Measure Measure { get; init; } = Measure.Points;

    /// <summary>What each level asks. Empty: every level asks that it is met.</summary>
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>Codes of the kinds of learning unit that are asked; empty: all.</summary>
    public IReadOnlyList<string> AppliesTo { get; init; } = [];

    /// <summary>The levels of holder that are asked; empty: all of the set.</summary>
    public IReadOnlyList<HolderLevel> HolderLevels { get; init; } = [];

    /// <summary>Is this holder asked at all? What does not apply is neither needed nor counted.</summary>
    public bool Applies(AssessedHolder holder) => IsAskedKind(holder.LearningUnitKind) && (HolderLevels.Count == 0 || HolderLevels.Contains(holder.Level));

    private bool IsAskedKind(string? kind)
    {
        for (var i = 0; i < AppliesTo.Count; i++)
            if (AppliesTo[i] == kind)
                return true;
        return AppliesTo.Count == 0;
    }
}

/// <summary>What one level asks of an indicator.</summary>
/// <param name="Level">Code of an <see cref="AwardLevel"/>.</param>
/// <param name="Percent">The least percentage; null where the indicator is met or not met, and where the sources do not give it.</param>
public sealed record Requirement(string Level, decimal? Percent, Certainty Certainty);
