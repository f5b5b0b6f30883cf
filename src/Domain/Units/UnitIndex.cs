using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>Finds units by the words of their addresses, as people type them.</summary>
internal sealed class UnitIndex(IEnumerable<(AdministrativeUnit Unit, string Address)> units)
{
    private readonly List<(AdministrativeUnit Unit, string Name, string[] Words)> entries =
        [.. units.Select(entry => (entry.Unit, VietnameseText.Fold(entry.Unit.Name), Words(entry.Address)))];

    public IReadOnlyList<AdministrativeUnit> Find(string? text, int limit, UnitKind? kind)
    {
        var wanted = Words(text);
        if (wanted.Length == 0)
            return [];
        var name = string.Join(' ', wanted);
        return
        [
            .. entries.Where(entry => (kind is null || entry.Unit.Kind == kind) && wanted.All(word => entry.Words.Any(has => has.StartsWith(word, StringComparison.Ordinal))))
                .OrderBy(entry => entry.Name == name ? 0 : entry.Name.StartsWith(name, StringComparison.Ordinal) ? 1 : 2)
                .ThenBy(entry => entry.Unit.Kind)
                .ThenByDescending(entry => entry.Unit.End)
                .Take(limit)
                .Select(entry => entry.Unit),
        ];
    }

    // How people shorten the types.
    private static string[] Words(string? text) =>
    [
        .. VietnameseText.Fold(text).Split([' ', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word switch
        {
            "tt" => (string[])["thi", "tran"],
            "tp" => ["thanh", "pho"],
            "tdp" => ["to", "dan", "pho"],
            _ => [word],
        }),
    ];
}
