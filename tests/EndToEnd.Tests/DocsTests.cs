using System.Text.RegularExpressions;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>What the documents point at is there: a rule that moved, or lost its test, is found here.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = Repository.Root;

    [Theory]
    [InlineData("rules.md")]
    [InlineData("trust.md")]
    [InlineData("portal.md")]
    public void Table_EveryRow_NamesCodeAndATestThatExist(string document)
    {
        var tests = Tests();
        var missing = new List<string>();
        var rows = File.ReadLines(Path.Combine(Root, "docs", document)).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal)).ToList();
        foreach (var row in rows)
        {
            var cells = row.Trim('|', ' ').Split(" | ");
            Assert.True(cells.Length == 4, $"Not what, whence, code and test: {row}");
            missing.AddRange(Quoted(cells[2]).Where(path => !Path.Exists(Path.Combine(Root, path))).Select(path => $"code {path}"));
            missing.AddRange(Quoted(cells[3]).Where(test => !tests.Contains(test)).Select(test => $"test {test}"));
            if (!Quoted(cells[2]).Any() || !Quoted(cells[3]).Any())
                missing.Add($"code or test of: {cells[0]}");
        }

        Assert.True(rows.Count > 10, $"The table of {document} was not found.");
        Assert.True(missing.Count == 0, $"docs/{document} names what is not there:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Links_InEveryDocument_LeadSomewhere()
    {
        string[] folders = ["docs", "infra", "rulebook", "src", "local"];
        var documents = Directory.GetFiles(Root, "*.md")
            .Concat(folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories)))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));

        var broken = documents.SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, target)))
            .Select(target => $"{Path.GetRelativePath(Root, file)}: {target}"));

        Assert.Empty(broken);
    }

    /// <summary>"Class" and "Class.Method" of every test in the sources.</summary>
    private static HashSet<string> Tests()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories))
        {
            var type = Path.GetFileNameWithoutExtension(file);
            names.Add(type);
            foreach (Match test in Test().Matches(File.ReadAllText(file)))
                names.Add($"{type}.{test.Groups["name"].Value}");
        }

        return names;
    }

    private static IEnumerable<string> Quoted(string cell) => Code().Matches(cell).Select(code => code.Groups["text"].Value);

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"public (?:async )?(?:void|Task) (?<name>\w+)\(")]
    private static partial Regex Test();
}
