using System.Diagnostics;
using System.Globalization;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The storage emulator as a child process on free ports of this machine. When it is to end it first writes what it has in memory.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    // The emulator's published account and key; they open nothing else.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly NodeProgram _program;
    private readonly string? _pidFile;

    private Azurite(NodeProgram program, int blobPort, int tablePort, string? pidFile) => (_program, BlobPort, TablePort, _pidFile) = (program, blobPort, tablePort, pidFile);

    public int ProcessId => _program.ProcessId;

    public int BlobPort { get; }

    public int TablePort { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};TableEndpoint=http://127.0.0.1:{TablePort}/{Account};";

    /// <summary>Starts it and does not wait.</summary>
    /// <param name="data">Holds the emulator's files; taken for this process already.</param>
    /// <exception cref="StartupException">Node.js or the emulator is not installed.</exception>
    public static Azurite Start(DataDirectory data, string contentRoot, bool inMemory)
    {
        var pidFile = inMemory ? null : data.File("azurite.pid");
        if (pidFile is not null) EndOrphan(pidFile);
        var blob = NodeProgram.FreePort();
        var table = NodeProgram.FreePort(except: blob);
        var program = NodeProgram.Start(
            "The storage emulator", contentRoot, Path.Combine("node_modules", "azurite", "dist", "src", "azurite.js"), "start with --storage sqlite",
            [
                "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--blobPort", NodeProgram.Text(blob), "--tablePort", NodeProgram.Text(table), "--queuePort", "0",
                .. inMemory ? ["--inMemoryPersistence"] : new[] { "--location", data.File("azurite") },
            ]);
        if (pidFile is not null) File.WriteAllText(pidFile, $"{program.ProcessId} {program.StartTime.ToUniversalTime():O}");
        return new Azurite(program, blob, table, pidFile);
    }

    /// <exception cref="StartupException">It ended, or did not answer in time.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        await _program.WaitUntilListeningAsync(BlobPort, cancellationToken);
        await _program.WaitUntilListeningAsync(TablePort, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        if (_pidFile is not null) File.Delete(_pidFile);
    }

    // The one before us may still be writing after we were killed. Two of them on the same files would spoil them.
    private static void EndOrphan(string pidFile)
    {
        if (!File.Exists(pidFile)) return;
        var parts = File.ReadAllText(pidFile).Split(' ');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !DateTime.TryParse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)) return;
        try
        {
            using var orphan = Process.GetProcessById(id);
            // Ids are used again: only the very process that was started then. The system's clock ticks are coarse.
            if ((orphan.StartTime.ToUniversalTime() - started).Duration() > TimeSpan.FromSeconds(1)) return;
            if (!orphan.WaitForExit(NodeProgram.TimeToEnd)) orphan.Kill();
            orphan.WaitForExit(NodeProgram.TimeToEnd);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has gone.
        }
    }
}
