using Microsoft.Extensions.Logging;
using PaperBot.Papers;

namespace PaperBot.Terminal.Output;

/// <summary>Log lines on standard error: warnings always, the course of things with <c>--verbose</c>.</summary>
internal sealed class StandardErrorLog(TerminalOutput output) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Lines(output, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
    }

    private sealed class Lines(TerminalOutput output, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // An exception's trace is of no use to a person at a terminal; its message may be.
            var because = exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})";
            output.Streams.Error.WriteLine(PrintableText.Line($"{Name(logLevel)}: {category}: {formatter(state, exception)}{because}"));
            output.Streams.Error.Flush();
        }

        private static string Name(LogLevel level) => level switch
        {
            LogLevel.Warning => "warning",
            LogLevel.Error or LogLevel.Critical => "error",
            LogLevel.Information => "info",
            _ => "debug",
        };
    }
}
