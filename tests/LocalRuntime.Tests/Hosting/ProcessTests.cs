using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>What only a process of its own shows: exit codes, the one sentence, signals, the emulator's life.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("localruntime-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Start_FunctionCannotRun_ExitsNonZeroWithOneLine()
    {
        using var app = Start("--storage", "sqlite", "--broken");

        Assert.Equal(1, await app.ExitCodeAsync());
        var line = Assert.Single(app.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.StartsWith("Fatal: The function 'BrokenSchedule'", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_TheAppRefusesWithAnExceptionOfItsOwn_ExitsNonZeroWithItsSentence()
    {
        using var app = Start("--storage", "sqlite", "--refuses");

        Assert.Equal(1, await app.ExitCodeAsync());
        Assert.Equal("Fatal: The rule book has no holidays for 2027.", OnlyLine(app).Trim());
    }

    [Fact]
    public async Task Start_Defect_ExitsNonZeroWithTheStackTrace()
    {
        using var app = Start("--storage", "sqlite", "--defect");

        Assert.NotEqual(0, await app.ExitCodeAsync());
        Assert.Contains("   at ", app.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Fatal: ", app.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PortTaken_ExitsNonZeroWithOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var app = Start("--storage", "sqlite", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(1, await app.ExitCodeAsync());
        Assert.Contains("--port", OnlyLine(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoNode_ExitsNonZeroWithOneLine()
    {
        using var app = AppProcess.Start(_directory.FullName, [], path: "/nowhere");

        Assert.Equal(1, await app.ExitCodeAsync());
        Assert.Contains("Node.js was not found", OnlyLine(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_StorageDoesNotAnswer_ExitsNonZeroWithOneLine()
    {
        using var app = Start("--AzureWebJobsStorage=BlobEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a");

        Assert.Equal(1, await app.ExitCodeAsync());
        Assert.Contains("http://127.0.0.1:9 does not answer", OnlyLine(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataDirectoryInUse_ExitsNonZeroWithOneLine_AndIsFreeAfterAKill()
    {
        using var first = Start("--storage", "sqlite");
        using var http = await first.HttpAsync();

        using var second = Start("--storage", "sqlite");
        Assert.Equal(1, await second.ExitCodeAsync());
        Assert.Contains("Another process uses the data directory", OnlyLine(second), StringComparison.Ordinal);

        first.Kill();
        await first.ExitCodeAsync();
        using var third = Start("--storage", "sqlite");
        using var again = await third.HttpAsync();
        Assert.Equal("hello", await again.GetStringAsync("/Hello"));
    }

    [Fact]
    public async Task Terminate_RequestInFlight_FinishesIt_AndExitsZero()
    {
        using var app = Start("--storage", "sqlite");
        using var http = await app.HttpAsync();
        using var response = await http.GetAsync("/Slow", HttpCompletionOption.ResponseHeadersRead);

        await app.TerminateAsync();

        Assert.Equal("finished", await response.Content.ReadAsStringAsync());
        Assert.Equal(0, await app.ExitCodeAsync());
    }

    [Fact]
    public async Task Emulator_WeAreKilled_EndsToo_AndItsDataIsThereAfterARestart()
    {
        string firstStorage;
        Process emulator;
        using (var app = Start())
        {
            using var http = await app.HttpAsync();
            firstStorage = await http.GetStringAsync("/Storage");
            emulator = Process.GetProcessById(int.Parse((await File.ReadAllTextAsync(Path.Combine(_directory.FullName, "azurite.pid"))).Split(' ')[0], null));
            Assert.Equal(HttpStatusCode.Created, await ContainerAsync(firstStorage, HttpMethod.Put));
            app.Kill();
        }

        // Not waited for: the next start has to wait until the emulator before it has written everything.
        using var next = Start();
        using var nextHttp = await next.HttpAsync();
        Assert.True(emulator.HasExited);
        Assert.Equal(HttpStatusCode.OK, await ContainerAsync(await nextHttp.GetStringAsync("/Storage"), HttpMethod.Get));

        await next.TerminateAsync();
        Assert.Equal(0, await next.ExitCodeAsync());
        Assert.False(File.Exists(Path.Combine(_directory.FullName, "azurite.pid")));
        emulator.Dispose();
    }

    // It does not listen to anything yet, and must not go on alone.
    [Fact]
    public async Task Emulator_WeAreKilledWhileItStarts_EndsToo()
    {
        using var app = Start();
        var file = Path.Combine(_directory.FullName, "azurite.pid");
        for (var i = 0; i < 6000 && !(File.Exists(file) && new FileInfo(file).Length > 0); i++) await Task.Delay(10);
        using var emulator = Process.GetProcessById(int.Parse((await File.ReadAllTextAsync(file)).Split(' ')[0], null));

        app.Kill();
        await app.ExitCodeAsync();

        Assert.True(emulator.WaitForExit(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task Emulator_InMemory_LeavesNothingBehind()
    {
        using var app = Start("--LocalServices:AzuriteInMemory=true");
        using var http = await app.HttpAsync();
        Assert.Equal(HttpStatusCode.Created, await ContainerAsync(await http.GetStringAsync("/Storage"), HttpMethod.Put));

        await app.TerminateAsync();

        Assert.Equal(0, await app.ExitCodeAsync());
        Assert.False(Directory.Exists(Path.Combine(_directory.FullName, "azurite")) && Directory.EnumerateFiles(Path.Combine(_directory.FullName, "azurite")).Any());
    }

    private static string OnlyLine(AppProcess app) =>
        Assert.Single(app.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line => line.StartsWith("Fatal: ", StringComparison.Ordinal));

    private AppProcess Start(params string[] args) => AppProcess.Start(_directory.FullName, args);

    // A container stands for data: making and finding it needs no more than a signed request.
    private static Task<HttpStatusCode> ContainerAsync(string connection, HttpMethod method) => SignedRequest.SendAsync(connection, method, "kept");
}
