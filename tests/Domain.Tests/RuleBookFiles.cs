using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Tests;

/// <summary>The rule book as shipped, beside the test assembly.</summary>
internal static class RuleBookFiles
{
    internal static readonly CriteriaSet Circular22 = CriteriaSetFile.Parse(Bytes("criteria/dvht-tt22-2020.json"), "dvht-tt22-2020.json").SetOrThrow();

    internal static readonly UnitDirectory NamDinh =
        UnitFiles.Parse(Read("units/nam-dinh-districts.csv"), "nam-dinh-districts.csv", Read("units/nam-dinh-2025.csv"), "nam-dinh-2025.csv");

    internal static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "rulebook", path));

    internal static string Read(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rulebook", path));
}
