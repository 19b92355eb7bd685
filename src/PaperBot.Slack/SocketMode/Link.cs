using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.SocketMode;

/// <summary>
/// One socket, from its opening to its end: it reads envelopes, has them taken in, acknowledges them, and notices when nothing is heard any more.
/// </summary>
internal sealed class Link : IDisposable
{
    // Forms and menus that wait for their answers at once; the others are acknowledged on the spot.
    private const int MostAnswers = 32;
    private static readonly TimeSpan CloseDeadline = TimeSpan.FromSeconds(1);

    private readonly Wire _wire;
    private readonly SlackDispatcher _dispatcher;
    private readonly SlackOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _answers = [];
    private volatile bool _closing;

    public Link(SlackDispatcher dispatcher, SlackOptions options, TimeProvider time, ILogger logger)
    {
        (_dispatcher, _options, _time, _logger) = (dispatcher, options, time, logger);
        _wire = new Wire(time, TimeSpan.FromSeconds(options.PingSeconds));
    }

    public SignsOfLife Life => _wire.Life;

    /// <summary>Done when the socket is over, however that came; it does not fail.</summary>
    public Task Over { get; private set; } = Task.CompletedTask;

    /// <summary>Done when Slack says that the socket will end; the reason.</summary>
    public Task<string> Leaving => _leaving.Task;

    /// <summary>Why it ended, in one sentence.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Connects, and waits for Slack's hello.</summary>
    /// <exception cref="WebSocketException">It ended before that.</exception>
    public async Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        await _wire.ConnectAsync(address, cancellationToken);
        Over = Task.WhenAll(Task.Run(ReadAsync, CancellationToken.None), Task.Run(WatchAsync, CancellationToken.None));
        await Task.WhenAny(_hello.Task, Over).WaitAsync(cancellationToken);
        if (!_hello.Task.IsCompleted)
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
    }

    /// <summary>Takes in no more, lets what is being answered be acknowledged, and closes. It does not fail.</summary>
    public async Task CloseAsync()
    {
        _closing = true;
        try
        {
            await Task.WhenAll(Answers()).WaitAsync(TimeSpan.FromSeconds(_options.AnswerSeconds), _time);
            await _wire.SayCloseAsync(CancellationToken.None);

            // Slack often leaves the connection open after its own close.
            await Over.WaitAsync(CloseDeadline, _time);
        }
#pragma warning disable CA1031 // There is nothing left that could fail.
        catch (Exception)
#pragma warning restore CA1031
        {
            // It goes the short way then.
        }

        _wire.Break();
        await Over;
    }

    public void Dispose()
    {
        _wire.Dispose();
        _over.Dispose();
    }

    private Task[] Answers()
    {
        lock (_answers)
            return [.. _answers];
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _wire.ReadAsync(_options.MessageBytes, _over.Token) is { } text)
            {
                if (!_closing)
                    await TakeAsync(text);
            }

            await _wire.SayCloseAsync(_over.Token);
        }
#pragma warning disable CA1031 // Whatever ends the reading, the socket is over and another takes its place.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Trouble ??= e is WebSocketException or IOException or OperationCanceledException
                ? "A socket to Slack was cut." : $"A socket to Slack could not be read ({e.GetType().Name}).";
        }
        finally
        {
            Life.End();
            await _over.CancelAsync();
            _wire.Break();
            await Task.WhenAll(Answers());
        }
    }

    // The state of a WebSocket says Open for as long as nobody tells it otherwise; only what is heard counts.
    private async Task WatchAsync()
    {
        var limit = TimeSpan.FromSeconds(_options.SilenceSeconds);
        try
        {
            while (limit - Life.Age is var left && left > TimeSpan.Zero)
                await Task.Delay(left, _time, _over.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Trouble = $"A socket to Slack was silent for {_options.SilenceSeconds} s.";
        Log.Silent(_logger, _options.SilenceSeconds);
        _wire.Break();
    }

    private async Task TakeAsync(string text)
    {
        switch (Envelope.Read(text))
        {
            case Envelope.Hello:
                _hello.TrySetResult();
                break;
            case Envelope.Disconnect disconnect:
                _leaving.TrySetResult(disconnect.Reason);
                break;
            case Envelope.Told told:
                await TakeAsync(told);
                break;
            case Envelope.Other other:
                await _wire.SendAsync(Envelope.Acknowledge(other.Id, null), _over.Token);
                break;
            default:
                Log.Malformed(_logger);
                break;
        }
    }

    private async Task TakeAsync(Envelope.Told told)
    {
        var receiving = _dispatcher.ReceiveAsync(told.Kind, told.Payload, told.Id, _over.Token);
        if (receiving.IsCompleted)
        {
            await AcknowledgeAsync(told, receiving);
            return;
        }

        // What works out an answer first holds up nobody else's acknowledgement.
        lock (_answers)
        {
            _answers.RemoveAll(answer => answer.IsCompleted);
            _answers.Add(AcknowledgeAsync(told, receiving));
        }

        while (Answers() is { Length: >= MostAnswers } all && !Array.Exists(all, answer => answer.IsCompleted))
            await Task.WhenAny(all);
    }

    /// <summary>It does not fail: when the acknowledgement does not get through, Slack sends the envelope again, and it is known by then.</summary>
    private async Task AcknowledgeAsync(Envelope.Told told, ValueTask<Receipt> receiving)
    {
        try
        {
            using var receipt = await receiving;
            if (receipt.Kind != ReceiptKind.NotTaken)
                await _wire.SendAsync(Envelope.Acknowledge(told.Id, told.TakesPayload ? receipt.Payload : null), _over.Token);
        }
#pragma warning disable CA1031 // Nobody waits for it to fail.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.NotAcknowledged(_logger, e.GetType().Name);
        }
    }
}
