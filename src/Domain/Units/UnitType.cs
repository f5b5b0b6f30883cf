using System.Text.Json.Serialization;

namespace TitleCertification.Domain.Units;

/// <summary>The levels, from the top. Which of them exist changes: there are no districts from 1 July 2025, communes lie in the province.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitKind>))]
public enum UnitKind
{
    Province,
    District,
    Commune,
    Hamlet,
}

/// <summary>What a unit calls itself; each belongs to one <see cref="UnitKind"/>. The Vietnamese words are in <see cref="UnitTypes"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitType>))]
public enum UnitType
{
    /// <summary>Tỉnh.</summary>
    Province,

    /// <summary>Thành phố trực thuộc trung ương: a city at the level of the provinces.</summary>
    Municipality,

    /// <summary>Thành phố trực thuộc tỉnh.</summary>
    ProvincialCity,

    /// <summary>Quận.</summary>
    UrbanDistrict,

    /// <summary>Thị xã.</summary>
    Town,

    /// <summary>Huyện.</summary>
    RuralDistrict,

    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Thị trấn.</summary>
    Township,

    /// <summary>Đặc khu.</summary>
    SpecialZone,

    /// <summary>Thôn.</summary>
    Thon,

    /// <summary>Xóm.</summary>
    Xom,

    /// <summary>Bản.</summary>
    Ban,

    /// <summary>Ấp.</summary>
    Ap,

    /// <summary>Tổ dân phố.</summary>
    ResidentialGroup,
}
