using TitleCertification.Domain.Titles;

namespace TitleCertification.Portal.Pages;

/// <summary>One indicator to answer, and what stands in its fields.</summary>
/// <param name="Field">Prefix of its fields' names.</param>
public sealed record IndicatorQuestion(string Field, Indicator Indicator, string? Value, string? Evidence);
