using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Tests;

/// <summary>The rule book as shipped, beside the test assembly.</summary>
internal static class RuleBookFiles
{
    internal static readonly CriteriaSet Circular22 = CriteriaSetFile.Parse(Bytes("criteria/dvht-tt22-2020.json"), "dvht-tt22-2020.json").SetOrThrow();

    internal static readonly UnitDirectory AllUnits = UnitFiles.Parse(UnitTexts(), []) ?? throw new InvalidOperationException("The units as shipped have errors.");

    /// <summary>The last day of Nam Định and of its districts.</summary>
    internal static readonly UnitMap NamDinh = AllUnits.On(new(2025, 6, 30));

    /// <summary>The day after.</summary>
    internal static readonly UnitMap NinhBinh = AllUnits.On(new(2025, 7, 1));

    /// <summary>The unit files of the rule book, or of a province laid over it.</summary>
    internal static Dictionary<string, string> UnitTexts(string book = "rulebook") =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, book, "units")).ToDictionary(file => $"units/{Path.GetFileName(file)}", File.ReadAllText);

    internal static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "rulebook", path));

    internal static string Read(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rulebook", path));
}
