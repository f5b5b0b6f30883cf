using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TitleCertification.Testing.Storage;

/// <summary>The storage emulator as a process of its own, in memory, on free ports of the loopback address. Dies with this object.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Azurite(Process process, int blobPort, int tablePort)
    {
        _process = process;
        (BlobPort, TablePort) = (blobPort, tablePort);
    }

    public int BlobPort { get; }

    public int TablePort { get; }

    /// <summary>With the emulator's well-known account and key, which are public.</summary>
    public string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{TablePort}/devstoreaccount1;";

    /// <exception cref="InvalidOperationException">Azurite or Node.js is not installed, or it did not start; with a sentence.</exception>
    public static async Task<Azurite> StartAsync()
    {
        var script = Find();
        for (var attempt = 1; ; attempt++)
        {
            var (blobPort, queuePort, tablePort) = (FreePort.Find(), FreePort.Find(), FreePort.Find());
            var output = new StringBuilder();
            var process = Start(script, blobPort, queuePort, tablePort, output);
            if (await AnswersAsync(process, blobPort) && await AnswersAsync(process, tablePort))
                return new(process, blobPort, tablePort);

            // Somebody else may have taken a port between our looking and Azurite's binding.
            await EndAsync(process);
            if (attempt == 3)
                throw new InvalidOperationException($"Azurite did not start: {output}");
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(_process);

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var script = Path.Combine(directory.FullName, "local", "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(script))
                return script;
        }

        throw new InvalidOperationException("Azurite is not installed: ./test installs it, or run `npm ci` in the folder local.");
    }

    private static Process Start(string script, int blobPort, int queuePort, int tablePort, StringBuilder output)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            script, "--inMemoryPersistence", "--silent", "--disableTelemetry", "--blobPort", $"{blobPort}", "--queuePort", $"{queuePort}", "--tablePort", $"{tablePort}",
        })
            start.ArgumentList.Add(argument);

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("Node.js is not installed: the storage emulator needs it.", e);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(process);
        return process;
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
            if (output.Length < 4_096)
                output.AppendLine(line);
    }

    private static async Task<bool> AnswersAsync(Process process, int port)
    {
        var started = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(started) < StartTimeout)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        return false;
    }

    private static async Task EndAsync(Process process)
    {
        Kill(process);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Gone already.
        }
    }
}
