using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>Keeps all that is logged, at every level, exceptions written out.</summary>
internal sealed class CapturedLog<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Channel<string> _written = Channel.CreateUnbounded<string>();

    public string Text => string.Join('\n', _lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{logLevel}: {formatter(state, exception)} {exception}";
        _lines.Enqueue(line);
        _written.Writer.TryWrite(line);
    }

    public async Task WaitForAsync(string part)
    {
        while (!(await _written.Reader.ReadAsync()).Contains(part, StringComparison.Ordinal))
        {
        }
    }
}
