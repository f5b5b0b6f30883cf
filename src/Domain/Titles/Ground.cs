using System.Text.Json.Serialization;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>Why an assessment is not accepted, or why the title is not reached.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GroundKind>))]
public enum GroundKind
{
    /// <summary>The input cannot be judged: refused when it is submitted.</summary>
    Invalid,

    /// <summary>The input is sound, the title (or the next grade) is not reached.</summary>
    NotReached,
}

/// <summary>One reason, as data; the sentence is made by <see cref="Sentence"/>, nowhere else.</summary>
/// <param name="Code">Stable, one of <see cref="GroundCodes"/>.</param>
/// <param name="Indicator">The indicator meant, where one is.</param>
/// <param name="Actual">What was given: points, a percentage, a total, or how often an indicator was answered.</param>
/// <param name="Required">The limit it was held against, in the same unit.</param>
/// <param name="Grade">The grade that asks for it, where it is not the title itself.</param>
public sealed record Ground(
    string Code, GroundKind Kind, string? Indicator = null, decimal? Actual = null, decimal? Required = null, LocalText? Grade = null)
{
    public LocalText Sentence() => GroundSentences.Of(this);
}

public static class GroundCodes
{
    public const string SetIncomplete = "criteria_set_incomplete";
    public const string LevelNotOfSet = "level_not_of_set";
    public const string KindMissing = "learning_unit_kind_missing";
    public const string KindUnknown = "learning_unit_kind_unknown";
    public const string UnknownIndicator = "indicator_unknown";
    public const string RepeatedIndicator = "indicator_repeated";
    public const string MissingIndicator = "indicator_missing";
    public const string PointsMissing = "points_missing";
    public const string NegativePoints = "points_negative";
    public const string AboveMaximum = "points_above_maximum";
    public const string MetMissing = "met_missing";
    public const string PercentMissing = "percent_missing";
    public const string PercentOutOfRange = "percent_out_of_range";
    public const string BelowFloor = "points_below_floor";
    public const string BelowPassMark = "total_below_pass_mark";
    public const string BelowGrade = "total_below_grade";
    public const string NotMet = "indicator_not_met";
    public const string BelowThreshold = "percent_below_threshold";
}
