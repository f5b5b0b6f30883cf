namespace TitleCertification.Domain.Units;

/// <summary>The words for the types of units.</summary>
internal static class UnitTypes
{
    // In the order of the enum, so that a type is its own index.
    private static readonly Words[] All =
    [
        new(UnitType.Province, UnitKind.Province, "Tỉnh", "province"),
        new(UnitType.Municipality, UnitKind.Province, "Thành phố", "city"),
        new(UnitType.ProvincialCity, UnitKind.District, "Thành phố", "city"),
        new(UnitType.UrbanDistrict, UnitKind.District, "Quận", "district"),
        new(UnitType.Town, UnitKind.District, "Thị xã", "town"),
        new(UnitType.RuralDistrict, UnitKind.District, "Huyện", "district"),
        new(UnitType.Commune, UnitKind.Commune, "Xã", "commune"),
        new(UnitType.Ward, UnitKind.Commune, "Phường", "ward"),
        new(UnitType.Township, UnitKind.Commune, "Thị trấn", "township"),
        new(UnitType.SpecialZone, UnitKind.Commune, "Đặc khu", "special zone"),
        new(UnitType.Thon, UnitKind.Hamlet, "Thôn", "hamlet"),
        new(UnitType.Xom, UnitKind.Hamlet, "Xóm", "hamlet"),
        new(UnitType.Ban, UnitKind.Hamlet, "Bản", "hamlet"),
        new(UnitType.Ap, UnitKind.Hamlet, "Ấp", "hamlet"),
        new(UnitType.ResidentialGroup, UnitKind.Hamlet, "Tổ dân phố", "residential group"),
    ];

    internal static string AllWords => string.Join(", ", All.Select(type => type.Word).Distinct());

    internal static UnitKind KindOf(UnitType type) => All[(int)type].Kind;

    internal static string Word(UnitType type) => All[(int)type].Word;

    internal static string English(UnitType type) => All[(int)type].English;

    /// <summary>A "Thành phố" that lies in nothing is one at the level of the provinces.</summary>
    internal static UnitType? FromWord(string word, bool hasParent) => All
        .FirstOrDefault(type => string.Equals(type.Word, word, StringComparison.OrdinalIgnoreCase) && (type.Type != UnitType.Municipality || !hasParent))?.Type;

    /// <summary>May a unit of the kind lie directly in one of the other? Hamlets lie in communes; a commune lies in a district or directly in the province.</summary>
    internal static bool MayLieIn(UnitKind kind, UnitKind parent) => kind == UnitKind.Hamlet ? parent == UnitKind.Commune : parent < kind;

    private sealed record Words(UnitType Type, UnitKind Kind, string Word, string English);
}
