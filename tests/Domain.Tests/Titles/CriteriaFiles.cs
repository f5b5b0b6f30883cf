using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>Every criteria file that is shipped, the real ones and those of the demonstration province.</summary>
internal static class CriteriaFiles
{
    internal static IReadOnlyList<string> Real { get; } = In("rulebook");

    internal static IReadOnlyList<string> Samples { get; } = In("sample-province");

    internal static CriteriaSet Set(string id) => Sets[id];

    internal static IReadOnlyDictionary<string, CriteriaSet> Sets { get; } =
        Real.Concat(Samples).Select(file => CriteriaSetFile.Parse(File.ReadAllBytes(file), Path.GetFileName(file)).SetOrThrow()).ToDictionary(set => set.Id);

    private static List<string> In(string book) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, book, "criteria"), "*.json").Order(StringComparer.Ordinal)];
}
