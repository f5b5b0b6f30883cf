namespace TitleCertification.Domain.Titles;

/// <summary>What the applicant gives itself, indicator by indicator, in any order. Nothing about it is checked before <see cref="Scoring.Judge"/>.</summary>
public sealed record SelfAssessment(IReadOnlyList<IndicatorAnswer> Answers);

/// <param name="Indicator">The code of the indicator in the criteria set, for example "2.4".</param>
/// <param name="Evidence">A sentence or reference to what was attached; null for none.</param>
public sealed record IndicatorAnswer(string Indicator, int Points, string? Evidence);
