using TitleCertification.Domain.Evidence;

namespace TitleCertification.Domain.Titles;

/// <summary>What the applicant, or the reviewer beside him, gives indicator by indicator, in any order. Nothing about it is checked before <see cref="Scoring.Judge"/>.</summary>
public sealed record SelfAssessment(IReadOnlyList<IndicatorAnswer> Answers);

/// <summary>One of the three values counts, the one that the indicator asks for (<see cref="Titles.Indicator.Measure"/>); the others are not looked at.</summary>
/// <param name="Indicator">The code of the indicator in the criteria set, for example "2.4".</param>
/// <param name="Percent">From 0 to 100.</param>
/// <param name="Evidence">A sentence or reference to what was attached; null for none.</param>
/// <param name="Files">What was attached; null for nothing.</param>
public sealed record IndicatorAnswer(
    string Indicator, int? Points = null, bool? Met = null, decimal? Percent = null, string? Evidence = null, IReadOnlyList<EvidenceFile>? Files = null);
