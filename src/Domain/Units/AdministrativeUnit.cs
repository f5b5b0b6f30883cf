using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Domain.Units;

/// <summary>An administrative unit (đơn vị hành chính) as it was between two days. What changes its name, type or place in the tree begins another one.</summary>
/// <param name="Code">
/// The official code where one is known. Where none is, an identifier of our own, never to be shown as an official code: <c>{district}-{type}-{name}</c>,
/// for example <c>361-tt-lieu-de</c>; <paramref name="CodeCertainty"/> is then <see cref="Certainty.Proposal"/> (docs/adr/0052).
/// </param>
/// <param name="Name">Without its type: "Liễu Đề".</param>
/// <param name="Parent">Code of the unit above; null for a province.</param>
/// <param name="ValidFrom">First day; null when not known: it then counts as older than any day asked about.</param>
/// <param name="ValidTo">Last day, inclusive; null while it exists.</param>
public sealed record AdministrativeUnit(
    string Code,
    UnitType Type,
    string Name,
    string? Parent,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    Certainty CodeCertainty)
{
    public UnitId Id => new(Code, ValidFrom);

    public UnitKind Kind => UnitTypes.KindOf(Type);

    /// <summary>As at the beginning of an address: "Thị trấn Liễu Đề".</summary>
    public string FullName => $"{UnitTypes.Word(Type)} {Name}";

    /// <summary>As within a sentence or an address: "thị trấn Liễu Đề".</summary>
    public string InSentence => char.ToLowerInvariant(FullName[0]) + FullName[1..];

    /// <summary>"Liễu Đề township", "hamlet 4".</summary>
    public string EnglishName => char.IsAsciiDigit(Name[0]) ? $"{UnitTypes.English(Type)} {Name}" : $"{Name} {UnitTypes.English(Type)}";

    public bool HasOfficialCode => CodeCertainty != Certainty.Proposal;

    public bool ExistsOn(DateOnly day) => Begin <= day && day <= End;

    internal DateOnly Begin => ValidFrom ?? DateOnly.MinValue;

    internal DateOnly End => ValidTo ?? DateOnly.MaxValue;
}
