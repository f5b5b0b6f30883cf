using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>An app of the given function classes on a free port, with a directory of its own for data.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _directory;
    private readonly bool _keepData;

    private RunningApp(IHost host, string directory, bool keepData, LogLines logs)
    {
        (_host, _directory, _keepData, Logs) = (host, directory, keepData, logs);
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public LogLines Logs { get; }

    public IServiceProvider Services => _host.Services;

    public static FunctionsApplicationBuilder Builder(Type[] functions, string directory, params string[] args)
    {
        var hostJson = Path.Combine(directory, "host.json");
        if (!File.Exists(hostJson)) File.WriteAllText(hostJson, """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""");
        return new(
            ["--port", "0", "--storage", "sqlite", "--data", directory, "--contentRoot", directory, .. args], typeof(RunningApp).Assembly, functions);
    }

    public static Task<RunningApp> StartAsync(params Type[] functions) => StartAsync(functions, _ => { });

    public static async Task<RunningApp> StartAsync(
        Type[] functions, Action<FunctionsApplicationBuilder> compose, string[]? args = null, string? directory = null)
    {
        var data = directory ?? Directory.CreateTempSubdirectory("localruntime-").FullName;
        var builder = Builder(functions, data, args ?? []);
        var logs = new LogLines();
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.ConfigureFunctionsWebApplication();
        compose(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new RunningApp(host, data, directory is not null, logs);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        if (!_keepData) Directory.Delete(_directory, recursive: true);
    }
}

/// <summary>What the app logged.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyList<LogLine> All => [.. _lines];

    public IEnumerable<LogLine> Errors => _lines.Where(l => l.Level >= LogLevel.Error);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    internal sealed record LogLine(LogLevel Level, string Category, string Text, Exception? Exception);

    private sealed class Logger(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines._lines.Enqueue(new LogLine(logLevel, category, formatter(state, exception), exception));
    }
}

internal static class HostAddress
{
    public static string Address(this IHost host) =>
        host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
}
