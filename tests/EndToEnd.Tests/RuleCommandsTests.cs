using System.Security.Cryptography;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>The commands with which a province checks a rule book and tries another on what is stored.</summary>
public class RuleCommandsTests
{
    private const string Shipped = "rulebook/criteria/dvht-tt22-2020.json";

    [Theory]
    [InlineData("rulebook", "no errors")]
    [InlineData("rulebook", "Learning Family (family) cannot be certified yet: its route lacks days, no criteria set is complete.")]
    [InlineData("local/sample-province", "(a sample without legal value): no errors")]
    public async Task CheckRules_GoodBook_SaysWhatItHolds(string directory, string expected)
    {
        using var data = new TemporaryDirectory();
        await using var check = await ServiceProcess.RunToEndAsync(data.Path, "sqlite", null, $"--CheckRules={Path.Combine(Repository.Root, directory)}", "--Language=en");

        Assert.Equal((0, true), (check.ExitCode, check.Output.Contains(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CheckRules_BrokenBook_SaysEveryErrorAndFails()
    {
        using var data = new TemporaryDirectory();
        await using var check = await ServiceProcess.RunToEndAsync(data.Path, "sqlite", null, $"--CheckRules={Directory.CreateDirectory(Path.Combine(data.Path, "empty")).FullName}", "--Language=en");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains($"province.json: thiếu tệp này.{Environment.NewLine}    province.json: the file is missing.", check.Output, StringComparison.Ordinal);
        Assert.Contains("units: there is no unit.", check.Output, StringComparison.Ordinal);
        Assert.Contains("2 error(s)", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DryRunRules_HigherBand_NamesWhatWouldChangeAndWritesNothing()
    {
        using var data = new TemporaryDirectory();
        string dossier;
        await using (var service = await ServiceProcess.StartAsync(data.Path))
        {
            using var api = new ServiceApi(service.Address);
            dossier = (await api.SubmitAsync(SampleSubmission.Of())).Json["dossier"]!.GetValue<string>();

            // It only reads, so it may be asked while the service runs.
            Assert.Contains("0 of 1 would change", await DryRunAsync(data.Path, Path.Combine(Repository.Root, "rulebook")), StringComparison.Ordinal);
        }

        var changed = await ChangedBookAsync(data.Path);
        var first = await DryRunAsync(data.Path, changed);
        Assert.Contains("Under this rule book 1 of 1 would change. Nothing was written.", first, StringComparison.Ordinal);
        Assert.Contains("DVHT-TT22-2020: 1, reached (TOT) → reached (KHA)", first, StringComparison.Ordinal);
        Assert.Contains(dossier, first, StringComparison.Ordinal);

        var before = Hash(data.Path);
        Assert.Contains("0 of 1 would change", await DryRunAsync(data.Path, Path.Combine(Repository.Root, "local", "sample-province")), StringComparison.Ordinal);
        Assert.Equal(before, Hash(data.Path));
    }

    private static async Task<string> DryRunAsync(string data, string directory)
    {
        await using var run = await ServiceProcess.RunToEndAsync(data, "sqlite", null, $"--DryRunRules={directory}", "--Language=en");
        Assert.Equal((0, run.Output), (run.ExitCode, run.Output));
        return run.Output;
    }

    /// <summary>The demonstration with one edit: "Tốt" begins at 100 points instead of 85.</summary>
    private static async Task<string> ChangedBookAsync(string data)
    {
        var (from, to) = (Path.Combine(Repository.Root, "local", "sample-province"), Path.Combine(data, "changed"));
        foreach (var source in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        var set = await File.ReadAllTextAsync(Path.Combine(Repository.Root, Shipped));
        var edited = set.Replace("\"min\": 85", "\"min\": 100", StringComparison.Ordinal).Replace("\"maxExclusive\": 85", "\"maxExclusive\": 100", StringComparison.Ordinal);
        Assert.NotEqual(set, edited);
        await File.WriteAllTextAsync(Path.Combine(to, "criteria", Path.GetFileName(Shipped)), edited);
        return to;
    }

    private static string Hash(string data) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(data, "storage.db"))));
}
