using System.Collections.Concurrent;
using System.Diagnostics;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary><see cref="SampleApp"/> as a process.</summary>
internal sealed class AppProcess : IDisposable
{
    private readonly Process _process;
    // Both streams are read at once, each on a thread of its own.
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) _address.TrySetException(new InvalidOperationException("The app ended: " + Errors));
            else if (line.Data.StartsWith("Listening on ", StringComparison.Ordinal)) _address.TrySetResult(line.Data["Listening on ".Length..]);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null) _errors.Enqueue(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Process Process => _process;

    public string Errors => string.Join(Environment.NewLine, _errors);

    public static AppProcess Start(string directory, IEnumerable<string> args, string? path = null)
    {
        var hostJson = Path.Combine(directory, "host.json");
        if (!File.Exists(hostJson)) File.WriteAllText(hostJson, """{ "extensions": { "http": { "routePrefix": "" } } }""");
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            ArgumentList = { typeof(SampleApp).Assembly.Location, "--port", "0", "--data", directory, "--contentRoot", directory },
        };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment.Remove("AzureWebJobsStorage");
        if (path is not null) start.Environment["PATH"] = path;
        return new AppProcess(Process.Start(start)!);
    }

    public async Task<HttpClient> HttpAsync() =>
        new() { BaseAddress = new Uri(await _address.Task.WaitAsync(TimeSpan.FromMinutes(2))) };

    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Kill() => _process.Kill();

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
