using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>The command of the README, as somebody types it.</summary>
public partial class RunTests
{
    [Theory]
    [InlineData("azurite")]
    [InlineData("sqlite")]
    public async Task RunOnce_EndsWithACertificateThatCanBeReadAndScanned(string storage)
    {
        var (exit, output) = await RunAsync("./run", "--once", "--storage", storage, "--port", Port());

        Assert.True(exit == 0, output);
        var pdf = PathOfPdf().Match(output).Value;
        Assert.True(File.Exists(pdf), output);
        var (_, text) = await RunAsync("pdftotext", "-layout", pdf, "-");
        Assert.Contains("Trường THCS Nghĩa Hưng", text, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileNameWithoutExtension(pdf), text, StringComparison.Ordinal);
        using var pictures = new TemporaryDirectory();
        await RunAsync("pdftoppm", "-r", "150", "-png", pdf, Path.Combine(pictures.Path, "page"));
        var (_, code) = await RunAsync("zbarimg", "-q", "--raw", Directory.GetFiles(pictures.Path).Single());
        // A line of its own: without a desktop the program also complains of that.
        Assert.Matches("(?m)^https://.+/v/" + Path.GetFileNameWithoutExtension(pdf) + "$", code);
    }

    [Fact]
    public async Task Run_PortTaken_IsOneSentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (exit, output) = await RunAsync("./run", "--once", "--storage", "sqlite", "--port", port);

        Assert.NotEqual(0, exit);
        Assert.Contains(port, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StorageUnreachable_IsOneSentence()
    {
        var (exit, output) = await RunAsync("env", "AzureWebJobsStorage=DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;BlobEndpoint=http://127.0.0.1:1/a;",
            "./run", "--once", "--port", Port());

        Assert.NotEqual(0, exit);
        Assert.Contains("127.0.0.1:1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output)> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command.StartsWith("./", StringComparison.Ordinal) ? Path.Combine(Repository.Root, command) : command, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("AzureWebJobsStorage");
        // Not where somebody's own ./run keeps its data, and holds it.
        using var data = new TemporaryDirectory();
        start.Environment["DataDirectory"] = data.Path;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(4));
        return (process.ExitCode, await output + await error);
    }

    private static string Port() => FreePort.Find().ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/\S[^\n]*\.pdf")]
    private static partial Regex PathOfPdf();
}
