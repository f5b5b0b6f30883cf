using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>Code and names of a title. The codes are the initials of the Vietnamese names; they stand in register numbers and never change.</summary>
/// <param name="Levels">The levels of the subjects that can hold it.</param>
public sealed record TitleInfo(TitleKind Kind, string Code, LocalText Name, IReadOnlyList<HolderLevel> Levels)
{
    public static IReadOnlyList<TitleInfo> All { get; } =
    [
        new(TitleKind.Family, "GDHT", new("Gia đình học tập", "Learning Family"), [HolderLevel.Household]),
        new(TitleKind.Clan, "DHHT", new("Dòng họ học tập", "Learning Clan"), [HolderLevel.Clan]),
        new(TitleKind.Community, "CDHT", new("Cộng đồng học tập", "Learning Community"), [HolderLevel.Hamlet, HolderLevel.Commune, HolderLevel.District, HolderLevel.Province]),
        new(TitleKind.LearningUnit, "DVHT", new("Đơn vị học tập", "Learning Unit"), [HolderLevel.Commune, HolderLevel.District, HolderLevel.Province]),
    ];

    /// <exception cref="ArgumentOutOfRangeException">The value is not a declared kind.</exception>
    public static TitleInfo Of(TitleKind kind) =>
        (uint)kind < (uint)All.Count ? All[(int)kind] : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a title.");

    /// <summary>Takes the code in any case, with white space around it. Never throws.</summary>
    public static bool TryFromCode(string? code, out TitleKind kind)
    {
        var found = All.FirstOrDefault(title => string.Equals(title.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase));
        kind = found?.Kind ?? default;
        return found is not null;
    }
}
