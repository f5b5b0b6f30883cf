using System.Reflection;
using System.Text.RegularExpressions;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Requests;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Requests;

public partial class ProblemsTests
{
    [Fact]
    public void All_Codes_AreUniqueAndSpeakBothLanguages()
    {
        Assert.Equal(Problems.All.Count, Problems.All.Select(problem => problem.Code).Distinct().Count());
        Assert.All(Problems.All, problem =>
        {
            Assert.Matches("^[a-z_]+$", problem.Code);
            Assert.InRange(problem.Status, 400, 599);
            Assert.NotEmpty(problem.Title.Vi);
            Assert.NotEmpty(problem.Title.En);
            Assert.NotEqual(problem.Title.Vi, problem.Title.En);
        });
    }

    [Fact]
    public void All_EveryRefusalOfTheDomain_HasItsProblem()
    {
        var codes = typeof(RefusalCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(codes.Except(Problems.All.Select(problem => problem.Code)));
    }

    [Fact]
    public void All_Codes_AreThoseOfTheDocumentation()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "errors.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        var documented = rows.SelectMany(row => Code().Matches(row.Split('|')[1]).Select(match => (match.Groups[1].Value, int.Parse(row.Split('|')[2], null))));

        Assert.Equal(Problems.All.Select(problem => (problem.Code, problem.Status)).Order(), documented.Order());
    }

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Code();
}
