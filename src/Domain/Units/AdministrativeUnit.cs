using System.Text.Json.Serialization;
using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Domain.Units;

[JsonConverter(typeof(JsonStringEnumConverter<UnitKind>))]
public enum UnitKind
{
    Province,
    District,
    Commune,
}

/// <summary>What a unit calls itself; each belongs to one <see cref="UnitKind"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitType>))]
public enum UnitType
{
    /// <summary>Tỉnh.</summary>
    Province,

    /// <summary>Thành phố trực thuộc tỉnh.</summary>
    ProvincialCity,

    /// <summary>Huyện.</summary>
    RuralDistrict,

    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Thị trấn.</summary>
    Township,
}

/// <summary>An administrative unit (đơn vị hành chính) as it was between two days.</summary>
/// <param name="Code">
/// The official code where one is known. Where none is, an identifier of our own, never to be shown as an official code: <c>{district}-{type}-{name}</c>,
/// for example <c>361-tt-lieu-de</c>; <paramref name="CodeCertainty"/> is then <see cref="Certainty.Proposal"/> (docs/adr/0052).
/// </param>
/// <param name="Name">Without its type: "Liễu Đề".</param>
/// <param name="Parent">Code of the unit above; null for a province.</param>
/// <param name="ValidFrom">First day; null when not known.</param>
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
    public UnitKind Kind => Type switch
    {
        UnitType.Province => UnitKind.Province,
        UnitType.ProvincialCity or UnitType.RuralDistrict => UnitKind.District,
        _ => UnitKind.Commune,
    };

    /// <summary>As at the beginning of an address: "Thị trấn Liễu Đề".</summary>
    public string FullName => $"{UnitTypes.Word(Type)} {Name}";

    public bool HasOfficialCode => CodeCertainty != Certainty.Proposal;

    public bool ExistsOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidTo is null || day <= ValidTo);
}
