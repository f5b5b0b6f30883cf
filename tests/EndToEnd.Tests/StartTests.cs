using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>What is wrong with the rules or the settings stops the start, and is said without a stack trace.</summary>
public class StartTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { "province.json", "{", "province.json" },
        { "province.json", """{"unit":"37"}""", "province.json: province: \"routes\" chooses no route." },
        { "routes/commune-alone.json", """{"id":"x","stages":[]}""", "routes/commune-alone.json: route: it has no stage." },
        { "criteria/dvht-tt22-2020.json", "[]", "dvht-tt22-2020.json" },
        { "units/units.csv", "rubbish", "units/units.csv, dòng 1: dòng đầu phải là code,type" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Start_BrokenRuleBook_SaysWhichFile(string file, string content, string expected)
    {
        using var data = new TemporaryDirectory();
        var rules = Directory.CreateDirectory(Path.Combine(data.Path, "rulebook")).FullName;
        foreach (var source in Directory.GetFiles(Path.Combine(Repository.Root, "rulebook"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(rules, Path.GetRelativePath(Path.Combine(Repository.Root, "rulebook"), source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        await File.WriteAllTextAsync(Path.Combine(rules, file), content);

        await AssertRefusedAsync(data.Path, "RuleBookDirectory", rules, expected);
    }

    [Theory]
    [InlineData("RuleBookDirectory", "/nowhere", "/nowhere")]
    [InlineData("PublicBaseUrl", "http://plain.example", "PublicBaseUrl")]
    [InlineData("SamplePeople", "/nowhere.json", "SamplePeople")]
    [InlineData("WEBSITE_SITE_NAME", "title-certification", "SamplePeople")] // as Azure sets it: no made-up people there
    public async Task Start_BrokenSetting_NamesIt(string setting, string value, string expected)
    {
        using var data = new TemporaryDirectory();
        await AssertRefusedAsync(data.Path, setting, value, expected);
    }

    private static async Task AssertRefusedAsync(string data, string setting, string value, string expected)
    {
        await using var service = await ServiceProcess.RunToEndAsync(data, settings: new Dictionary<string, string?> { [setting] = value });

        Assert.NotEqual(0, service.ExitCode);
        Assert.Contains(expected, service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Listening on", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }
}
