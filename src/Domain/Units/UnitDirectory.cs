using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>All units, by code and by place in the tree. Immutable; safe for concurrent use.</summary>
public sealed class UnitDirectory
{
    private readonly Dictionary<string, AdministrativeUnit> byCode;
    private readonly ILookup<string, AdministrativeUnit> byParent;
    private readonly IReadOnlyList<(AdministrativeUnit Unit, string Name, string[] Words)> folded;

    /// <exception cref="RuleBookException">A code is used twice, a parent does not exist, or a unit does not lie in a unit of the kind above it.</exception>
    public UnitDirectory(IEnumerable<AdministrativeUnit> units)
    {
        All = [.. units];
        var errors = All.GroupBy(unit => unit.Code).Where(group => group.Count() > 1)
            .Select(group => $"units: {group.Key}: the code is used by {string.Join(" and ", group.Select(unit => unit.FullName))}.").ToList();
        byCode = All.DistinctBy(unit => unit.Code).ToDictionary(unit => unit.Code);
        errors.AddRange(All.Where(unit => !LiesRight(unit)).Select(unit => $"units: {unit.Code}: {unit.FullName} cannot lie in \"{unit.Parent}\"."));
        if (errors.Count > 0)
            throw new RuleBookException(errors);
        byParent = All.Where(unit => unit.Parent is not null).ToLookup(unit => unit.Parent!);
        folded = [.. All.Select(unit => (unit, VietnameseText.Fold(unit.Name), Words(PathName(unit.Code))))];
    }

    /// <summary>In the order they were given.</summary>
    public IReadOnlyList<AdministrativeUnit> All { get; }

    /// <summary>Null when there is no such unit.</summary>
    public AdministrativeUnit? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The units directly below, in the order they were given; none for an unknown code.</summary>
    public IReadOnlyList<AdministrativeUnit> Children(string code) => [.. byParent[code]];

    /// <summary>The unit and all above it, itself first; empty for an unknown code.</summary>
    public IReadOnlyList<AdministrativeUnit> Path(string? code)
    {
        var path = new List<AdministrativeUnit>(3);
        for (var unit = Find(code); unit is not null; unit = Find(unit.Parent))
            path.Add(unit);
        return path;
    }

    /// <summary>As an address is written: "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định". Empty for an unknown code.</summary>
    public string PathName(string? code) =>
        string.Join(", ", Path(code).Select((unit, place) => place == 0 ? unit.FullName : char.ToLowerInvariant(unit.FullName[0]) + unit.FullName[1..]));

    /// <summary>The ancestor (or the unit itself) of this kind; null when there is none.</summary>
    public AdministrativeUnit? Above(string? code, UnitKind kind) => Path(code).FirstOrDefault(unit => unit.Kind == kind);

    /// <summary>True for the unit itself and everything that lies in it.</summary>
    public bool IsWithin(string? code, string ancestor) => Path(code).Any(unit => unit.Code == ancestor);

    /// <summary>
    /// Units whose full address holds a word beginning with each word searched for, diacritics and case aside: "lieu de", "Nghia Hung", "tt cồn". The
    /// exact name first, then names that begin so, then the rest. Nothing for an empty text.
    /// </summary>
    public IReadOnlyList<AdministrativeUnit> Search(string? text, int limit = 20)
    {
        var wanted = Words(text);
        if (wanted.Length == 0)
            return [];
        var name = string.Join(' ', wanted);
        return
        [
            .. folded.Where(entry => wanted.All(word => entry.Words.Any(has => has.StartsWith(word, StringComparison.Ordinal))))
                .OrderBy(entry => entry.Name == name ? 0 : entry.Name.StartsWith(name, StringComparison.Ordinal) ? 1 : 2)
                .ThenBy(entry => entry.Unit.Kind)
                .Take(limit)
                .Select(entry => entry.Unit),
        ];
    }

    private bool LiesRight(AdministrativeUnit unit) => unit.Kind == UnitKind.Province ? unit.Parent is null : Find(unit.Parent)?.Kind == unit.Kind - 1;

    // "TT", "TP" and "P." are how people shorten the types.
    private static string[] Words(string? text) =>
    [
        .. VietnameseText.Fold(text).Split([' ', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => word switch { "tt" => (string[])["thi", "tran"], "tp" => ["thanh", "pho"], _ => [word] }),
    ];
}
