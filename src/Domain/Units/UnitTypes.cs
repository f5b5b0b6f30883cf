namespace TitleCertification.Domain.Units;

/// <summary>The words for the types of units.</summary>
internal static class UnitTypes
{
    // In the order of the enum, so that a type is its own index.
    private static readonly (UnitType Type, UnitKind Kind, string Word, string English)[] All =
    [
        (UnitType.Province, UnitKind.Province, "Tỉnh", "province"),
        (UnitType.Municipality, UnitKind.Province, "Thành phố", "city"),
        (UnitType.ProvincialCity, UnitKind.District, "Thành phố", "city"),
        (UnitType.UrbanDistrict, UnitKind.District, "Quận", "district"),
        (UnitType.Town, UnitKind.District, "Thị xã", "town"),
        (UnitType.RuralDistrict, UnitKind.District, "Huyện", "district"),
        (UnitType.Commune, UnitKind.Commune, "Xã", "commune"),
        (UnitType.Ward, UnitKind.Commune, "Phường", "ward"),
        (UnitType.Township, UnitKind.Commune, "Thị trấn", "township"),
        (UnitType.SpecialZone, UnitKind.Commune, "Đặc khu", "special zone"),
        (UnitType.Thon, UnitKind.Hamlet, "Thôn", "hamlet"),
        (UnitType.Xom, UnitKind.Hamlet, "Xóm", "hamlet"),
        (UnitType.Ban, UnitKind.Hamlet, "Bản", "hamlet"),
        (UnitType.Ap, UnitKind.Hamlet, "Ấp", "hamlet"),
        (UnitType.ResidentialGroup, UnitKind.Hamlet, "Tổ dân phố", "residential group"),
    ];

    internal static string Words => string.Join(", ", All.Select(type => type.Word).Distinct());

    internal static UnitKind KindOf(UnitType type) => All[(int)type].Kind;

    internal static string Word(UnitType type) => All[(int)type].Word;

    internal static string English(UnitType type) => All[(int)type].English;

    /// <summary>A "Thành phố" that lies in nothing is one at the level of the provinces.</summary>
    internal static UnitType? FromWord(string word, bool hasParent) => All
        .Where(t => string.Equals(t.Word, word, StringComparison.OrdinalIgnoreCase) && (t.Type != UnitType.Municipality || !hasParent))
        .Select(t => (UnitType?)t.Type).FirstOrDefault();

    /// <summary>May a unit of the kind lie directly in one of the other? Hamlets lie in communes; a commune lies in a district or directly in the province.</summary>
    internal static bool MayLieIn(UnitKind kind, UnitKind parent) => kind == UnitKind.Hamlet ? parent == UnitKind.Commune : parent < kind;
}
