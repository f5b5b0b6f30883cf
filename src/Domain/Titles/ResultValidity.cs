using System.Text.Json.Serialization;
using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Domain.Titles;

[JsonConverter(typeof(JsonStringEnumConverter<ReevaluationRule>))]
public enum ReevaluationRule
{
    /// <summary>Judged anew every year.</summary>
    Yearly,

    /// <summary>Kept for a number of months.</summary>
    AfterMonths,
}

/// <summary>How long a result holds, and when a higher grade may be asked for.</summary>
/// <param name="Months">Of <see cref="ReevaluationRule.AfterMonths"/>; null for yearly sets.</param>
/// <param name="UpgradeAfterMonths">Months after the decision from which the next level may be asked for; null where nothing is said.</param>
public sealed record ResultValidity(ReevaluationRule Rule, int? Months, int? UpgradeAfterMonths, Certainty Certainty);
