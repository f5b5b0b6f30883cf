using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// A program of Node.js as a child of this process. It ends with us: when we close its input, or when the system does because we were killed, it does what it does on a
/// signal to end, and ends by itself.
/// </summary>
internal sealed class NodeProgram : IAsyncDisposable
{
    // Our end of its output is gone too when we were killed; a line it cannot write must not end it before it has written its data.
    private const string Guard =
        "for (const out of [process.stdout, process.stderr]) out.on('error', () => {});"
        // Without a listener for the signal it is still starting and has nothing to write; and if it cannot close, it ends all the same.
        + "process.stdin.on('end', () => {"
        + "  if (!process.emit('SIGTERM')) process.exit(0);"
        + "  setTimeout(() => process.exit(1), 10000).unref();"
        + "}).resume();";

    /// <summary>How long it may do nothing before it listens. One that is at work is not given up: on a busy machine, and with a disk that has read nothing yet, half a minute is no sign of anything.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly string _name;
    private readonly Process _process;
    private readonly Queue<string> _said = new();

    private NodeProgram(string name, Process process)
    {
        (_name, _process) = (name, process);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>How long it has to end by itself.</summary>
    public static TimeSpan TimeToEnd { get; } = TimeSpan.FromSeconds(10);

    public int ProcessId => _process.Id;

    public DateTime StartTime => _process.StartTime;

    /// <summary>Starts it and does not wait: composing the app takes as long as it does.</summary>
    /// <param name="name">In sentences: "The storage emulator".</param>
    /// <param name="script">Below <c>local</c> of the repository.</param>
    /// <param name="otherwise">What to do for those without Node.js.</param>
    /// <exception cref="StartupException">Node.js or the script is not installed.</exception>
    public static NodeProgram Start(
        string name, string contentRoot, string script, string otherwise, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var path = Find(contentRoot, script) ?? throw new StartupException($"{name} is not installed. Run 'npm ci --prefix local' in the repository, or {otherwise}.");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var load = path.EndsWith(".mjs", StringComparison.Ordinal) ? "import(require('node:url').pathToFileURL(process.argv[1]));" : "require(process.argv[1]);";
        foreach (var argument in (IEnumerable<string>)["-e", Guard + load, "--", path, .. arguments]) start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment ?? new Dictionary<string, string>()) start.Environment[key] = value;
        try
        {
            return new NodeProgram(name, Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw new StartupException($"Node.js was not found, and {char.ToLowerInvariant(name[0])}{name[1..]} needs it. Install Node.js 20 or later from https://nodejs.org, or {otherwise}.", e);
        }
    }

    /// <param name="patience">Null for the usual.</param>
    /// <exception cref="StartupException">It ended, or came to a standstill before it listened.</exception>
    public async Task WaitUntilListeningAsync(int port, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        var (waited, idle, worked) = (Stopwatch.StartNew(), Stopwatch.StartNew(), TimeSpan.Zero);
        while (!await ListensAsync(port, cancellationToken))
        {
            if (_process.HasExited)
            {
                // Without a time limit this also waits until the output has been read to its end.
                _process.WaitForExit();
                throw new StartupException($"{_name} ended at once: {LastWords().TrimEnd('.')}.");
            }

            if (Worked() is var now && now > worked)
            {
                worked = now;
                idle.Restart();
            }

            if (idle.Elapsed > (patience ?? Patience) || waited.Elapsed > Longest)
                throw new StartupException($"{_name} did not answer within {waited.Elapsed.TotalSeconds:0} seconds: {LastWords().TrimEnd('.')}.");
            await Task.Delay(25, cancellationToken);
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

        using var patience = new CancellationTokenSource(TimeToEnd);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // Below the ports that systems give to outgoing connections: seconds pass until the program listens, and one of those could have taken its port by then.
    public static int FreePort(int except = 0)
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

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Find(string contentRoot, string script)
    {
        foreach (var from in new[] { contentRoot, Directory.GetCurrentDirectory() })
        {
            for (var directory = new DirectoryInfo(from); directory is not null; directory = directory.Parent)
            {
                var path = Path.Combine(directory.FullName, "local", script);
                if (File.Exists(path) && Directory.Exists(Path.Combine(directory.FullName, "local", "node_modules"))) return path;
            }
        }

        return null;
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

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > 20) _said.Dequeue();
        }
    }

    /// <summary>Processor time so far, in steps that an idle event loop does not come to.</summary>
    private TimeSpan Worked()
    {
        try
        {
            _process.Refresh();
            return TimeSpan.FromMilliseconds((long)_process.TotalProcessorTime.TotalMilliseconds / 20 * 20);
        }
        catch (InvalidOperationException)
        {
            // It has just ended; the next look finds that out.
            return TimeSpan.Zero;
        }
    }

    private string LastWords()
    {
        lock (_said) return _said.LastOrDefault(line => line.Contains("rror", StringComparison.Ordinal)) ?? _said.LastOrDefault() ?? "it said nothing";
    }
}
