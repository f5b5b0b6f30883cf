using System.Text.Json.Serialization;
using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Domain.Units;

[JsonConverter(typeof(JsonStringEnumConverter<SuccessionKind>))]
public enum SuccessionKind
{
    /// <summary>It became a part of one other unit, which may be new or have existed before.</summary>
    Merged,

    /// <summary>It was divided among several.</summary>
    Split,

    /// <summary>The same unit under another name or type.</summary>
    Renamed,

    /// <summary>The same unit in another unit above.</summary>
    Moved,

    /// <summary>It ended without a successor of its level, as the districts did on 30 June 2025.</summary>
    Abolished,
}

/// <summary>How a unit ended and what came of it.</summary>
/// <param name="On">The first day on which it was no longer what it had been.</param>
/// <param name="To">None when it was abolished; several only when it was split.</param>
/// <param name="Certainty">How well event, day and decree are known: the least of them.</param>
public sealed record Succession(
    DateOnly On, SuccessionKind Kind, AdministrativeUnit From, IReadOnlyList<AdministrativeUnit> To, string Decree, Certainty Certainty);
