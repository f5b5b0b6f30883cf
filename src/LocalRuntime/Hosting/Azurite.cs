using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// The storage emulator as a child process on free ports of this machine. It ends with us: when we close its input, or when the system does because we
/// were killed, it writes what it has in memory and ends by itself.
/// </summary>
internal sealed class Azurite : IAsyncDisposable
{
    // The emulator's published account and key; they open nothing else.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Our end of its output is gone too when we were killed; a line it cannot write must not end it before it has written its data.
    private const string Guard =
        "for (const out of [process.stdout, process.stderr]) out.on('error', () => {});"
        // Without a listener for the signal it is still starting and has nothing to write; and if it cannot close, it ends all the same.
        + "process.stdin.on('end', () => {"
        + "  if (!process.emit('SIGTERM')) process.exit(0);"
        + "  setTimeout(() => process.exit(1), 10000).unref();"
        + "}).resume();"
        + "require(process.argv[1]);";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TimeToFlush = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Queue<string> _said = new();
    private readonly string? _pidFile;

    private Azurite(Process process, int blobPort, int tablePort, string? pidFile)
    {
        (_process, BlobPort, TablePort, _pidFile) = (process, blobPort, tablePort, pidFile);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int ProcessId => _process.Id;

    public int BlobPort { get; }

    public int TablePort { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};TableEndpoint=http://127.0.0.1:{TablePort}/{Account};";

    /// <summary>Starts it and does not wait: composing the app takes as long as the emulator does.</summary>
    /// <param name="data">Holds the emulator's files; taken for this process already.</param>
    /// <exception cref="StartupException">Node.js or the emulator is not installed.</exception>
    public static Azurite Start(DataDirectory data, string contentRoot, bool inMemory)
    {
        var script = FindScript(contentRoot);
        var pidFile = inMemory ? null : data.File("azurite.pid");
        if (pidFile is not null) EndOrphan(pidFile);
        var blob = FreePort();
        var table = FreePort(except: blob);
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-e", Guard, "--", script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--blobPort", Text(blob), "--tablePort", Text(table),
                "--queuePort", "0",
            },
        };
        foreach (var argument in inMemory ? ["--inMemoryPersistence"] : new[] { "--location", data.File("azurite") }) start.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(start)!;
            if (pidFile is not null) File.WriteAllText(pidFile, $"{process.Id} {process.StartTime.ToUniversalTime():O}");
            return new Azurite(process, blob, table, pidFile);
        }
        catch (Win32Exception e)
        {
            throw new StartupException(
                "Node.js was not found, and the storage emulator needs it. Install Node.js 20 or later from https://nodejs.org, or start with --storage sqlite.", e);
        }
    }

    /// <exception cref="StartupException">It ended, or did not answer in time.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        foreach (var port in new[] { BlobPort, TablePort })
        {
            while (!await ListensAsync(port, cancellationToken))
            {
                if (_process.HasExited) throw new StartupException($"The storage emulator ended at once: {LastWords().TrimEnd('.')}.");
                if (waited.Elapsed > Patience) throw new StartupException($"The storage emulator did not answer within {Patience.TotalSeconds:0} seconds.");
                await Task.Delay(25, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has gone already.
        }

        using var patience = new CancellationTokenSource(TimeToFlush);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        if (_pidFile is not null) File.Delete(_pidFile);
        _process.Dispose();
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
            if (!orphan.WaitForExit(TimeToFlush)) orphan.Kill();
            orphan.WaitForExit(TimeToFlush);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has gone.
        }
    }

    private static string FindScript(string contentRoot)
    {
        foreach (var from in new[] { contentRoot, Directory.GetCurrentDirectory() })
        {
            for (var directory = new DirectoryInfo(from); directory is not null; directory = directory.Parent)
            {
                var script = Path.Combine(directory.FullName, "local", "node_modules", "azurite", "dist", "src", "azurite.js");
                if (File.Exists(script)) return script;
            }
        }

        throw new StartupException("The storage emulator is not installed. Run 'npm ci --prefix local' in the repository, or start with --storage sqlite.");
    }

    // Below the ports that systems give to outgoing connections: seconds pass until the emulator listens, and one of those could have taken its port by then.
    private static int FreePort(int except = 0)
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            if (port == except) continue;
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Another one.
            }
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > 20) _said.Dequeue();
        }
    }

    private string LastWords()
    {
        // Without a time limit this also waits until the output has been read to its end.
        _process.WaitForExit();
        lock (_said) return _said.LastOrDefault(line => line.Contains("rror", StringComparison.Ordinal)) ?? _said.LastOrDefault() ?? "it said nothing";
    }
}
