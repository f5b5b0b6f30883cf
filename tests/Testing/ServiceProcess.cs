using System.Collections.Concurrent;
using System.Diagnostics;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Testing;

/// <summary>The whole service as a process of its own, to be killed and started again over the same data.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>A setting with any value: the process gets the first core of the machine and no other.</summary>
    public const string OneCore = "TEST_ONE_CORE";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> output = new();

    private ServiceProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The service ended before it listened:\n{Output}"));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => listening.Task.Result;

    /// <summary>Everything it has printed.</summary>
    public string Output => string.Join('\n', output);

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <param name="data">Where it keeps everything; the next process over the same directory carries on.</param>
    /// <param name="settings">Environment variables; null removes one.</param>
    public static async Task<ServiceProcess> StartAsync(
        string data, string storage = "sqlite", IReadOnlyDictionary<string, string?>? settings = null, params string[] arguments)
    {
        var service = Create(data, storage, settings, arguments);
        service.Begin();
        await service.listening.Task.WaitAsync(Patience);
        return service;
    }

    /// <summary>For a service that is expected to end by itself.</summary>
    public static async Task<ServiceProcess> RunToEndAsync(
        string data, string storage = "sqlite", IReadOnlyDictionary<string, string?>? settings = null, params string[] arguments)
    {
        var service = Create(data, storage, settings, arguments);
        service.listening.Task.ContinueWith(_ => { }, TaskScheduler.Default).GetAwaiter();
        service.Begin();
        await service.process.WaitForExitAsync().WaitAsync(Patience);
        return service;
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public Task WaitForExitAsync() => process.WaitForExitAsync().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private static ServiceProcess Create(string data, string storage, IReadOnlyDictionary<string, string?>? settings, string[] arguments)
    {
        var onOneCore = settings?.GetValueOrDefault(OneCore) is not null;
        var start = new ProcessStartInfo(onOneCore ? "taskset" : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var argument in onOneCore ? (string[])["--cpu-list", "0", "dotnet"] : [])
            start.ArgumentList.Add(argument);
        foreach (var argument in (string[])[typeof(ServiceProcess).Assembly.Location, "--port", "0", "--storage", storage, "--data", data, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["RuleBookDirectory"] = Repository.SampleProvince;
        start.Environment["SamplePeople"] = Path.Combine(Repository.Root, "local", "people.json");
        foreach (var (name, value) in TestIssuer.Shared.Settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        // One machine asks for everybody. What is about the limit sets it.
        start.Environment["RequestsPerMinute"] = "0";
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        return new(start);
    }

    private void Begin()
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        const string Listening = "Listening on ";
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            listening.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
