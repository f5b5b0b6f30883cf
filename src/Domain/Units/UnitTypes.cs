namespace TitleCertification.Domain.Units;

/// <summary>The words for the types of units.</summary>
internal static class UnitTypes
{
    private static readonly (UnitType Type, string Word, string Key)[] All =
    [
        (UnitType.Province, "Tỉnh", "tinh"),
        (UnitType.ProvincialCity, "Thành phố", "tp"),
        (UnitType.RuralDistrict, "Huyện", "huyen"),
        (UnitType.Commune, "Xã", "xa"),
        (UnitType.Ward, "Phường", "p"),
        (UnitType.Township, "Thị trấn", "tt"),
    ];

    internal static string Word(UnitType type) => All.First(t => t.Type == type).Word;

    /// <summary>As it stands in our own identifiers.</summary>
    internal static string Key(UnitType type) => All.First(t => t.Type == type).Key;

    internal static UnitType? FromWord(string word) =>
        All.Where(t => string.Equals(t.Word, word, StringComparison.OrdinalIgnoreCase)).Select(t => (UnitType?)t.Type).FirstOrDefault();
}
