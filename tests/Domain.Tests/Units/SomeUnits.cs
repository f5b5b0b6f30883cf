using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Tests.Units;

/// <summary>Unit files made up for one test, as a province would write them.</summary>
internal static class SomeUnits
{
    internal const string UnitHeader = "code,type,name,parent,valid_from,valid_to,code_certainty,note";
    internal const string SuccessionHeader = "date,kind,from,to,decree,certainty,note";
    internal const string DisadvantagedHeader = "unit,valid_from,valid_to,basis,certainty,note";

    internal static UnitDirectory Of(string units, string successions = "", string disadvantaged = "")
    {
        var errors = new List<LocalText>();
        return UnitFiles.Parse(Files(units, successions, disadvantaged), errors) ?? throw new InvalidOperationException(string.Join('\n', errors.English()));
    }

    internal static IReadOnlyList<string> ErrorsOf(string units, string successions = "", string disadvantaged = "")
    {
        var errors = new List<LocalText>();
        Assert.Null(UnitFiles.Parse(Files(units, successions, disadvantaged), errors));
        return errors.English();
    }

    private static Dictionary<string, string> Files(string units, string successions, string disadvantaged) => new()
    {
        ["units.csv"] = $"{UnitHeader}\n{units}",
        ["successions.csv"] = $"{SuccessionHeader}\n{successions}",
        ["disadvantaged.csv"] = $"{DisadvantagedHeader}\n{disadvantaged}",
    };
}
