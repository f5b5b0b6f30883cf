namespace TitleCertification.Domain.Titles;

/// <summary>Who is judged, as far as the criteria ask for it.</summary>
/// <param name="LearningUnitKind">Code of one of the kinds the set tells apart, for example "THPT"; null where it tells none apart.</param>
/// <param name="Disadvantaged">The holder is in a disadvantaged area: the lower pass mark holds where the set has one.</param>
public sealed record AssessedHolder(HolderLevel Level, string? LearningUnitKind = null, bool Disadvantaged = false);
