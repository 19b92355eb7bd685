using System.Globalization;
using Microsoft.Extensions.Logging;
using PaperBot.Papers;
using PaperBot.Terminal.Output;

namespace PaperBot.Host;

/// <summary>The log of the bot: a line an entry, with its time in UTC.</summary>
internal sealed class LogLines(TextWriter writer, TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Lines(writer, time, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
    }

    private sealed class Lines(TextWriter writer, TimeProvider time, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var now = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            var because = exception is null ? "" : $" | {exception}";
            writer.WriteLine(PrintableText.Line($"{now} {Name(logLevel)} {category}: {formatter(state, exception)}{because}"));
            writer.Flush();
        }

        private static string Name(LogLevel level) => level switch
        {
            LogLevel.Critical or LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            LogLevel.Information => "info",
            _ => "debug",
        };
    }
}
