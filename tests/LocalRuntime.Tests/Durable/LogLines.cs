using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TitleCertification.LocalRuntime.Tests.Durable;

/// <summary>Keeps what is logged, by category.</summary>
internal sealed class LogLines : ILoggerFactory
{
    private readonly ConcurrentQueue<(string Category, string Line)> _lines = new();

    public IEnumerable<string> Of(string category) => _lines.Where(line => line.Category == category).Select(line => line.Line);

    public ILogger CreateLogger(string categoryName) => new Logger(line => _lines.Enqueue((categoryName, line)));

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(Action<string> write) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            write(formatter(state, exception));
    }
}
