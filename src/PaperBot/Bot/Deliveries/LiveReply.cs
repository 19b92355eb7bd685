using System.Threading.Channels;
using PaperBot.Bot.Replies;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Deliveries;

/// <summary>A reply that is said sentence by sentence while the rest of it is still being made.</summary>
internal sealed class LiveReply(ReplyStream stream, StreamedStatements statements, ReplyStore replies, Outgoing outgoing, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private const int WaitingParts = 16;

    // A stream from before the process ended is finished with the whole reply; a second one is not begun.
    private readonly bool _isPossible = ReplyStream.IsPossible(outgoing.Place) && !replies.IsBegun(outgoing.Delivery);
    private readonly Channel<string> _parts = Channel.CreateBounded<string>(new BoundedChannelOptions(WaitingParts) { SingleReader = true });
    private readonly List<Statement> _told = [];
    private Task<StreamOutcome>? _writing;
    private Reply? _reply;

    public bool HasBegun => _writing is not null;

    /// <summary>Says the next sentence, where the place has streams; elsewhere it waits for the whole.</summary>
    public async ValueTask TellAsync(Statement statement)
    {
        if (!_isPossible)
            return;
        _writing ??= Begin();
        var part = statements.Part(statement, _told.Count);
        _told.Add(statement);
        // A stream that broke reads no further; the whole reply will take its place.
        await Task.WhenAny(_writing, _parts.Writer.WriteAsync(part, cancellationToken).AsTask()).ConfigureAwait(false);
    }

    /// <summary>Ends the message with what follows the sentences.</summary>
    /// <exception cref="PaperBot.Slack.SlackException">It cannot be told whether the stream began.</exception>
    public async Task<StreamOutcome> EndAsync(Reply reply)
    {
        _reply = reply;
        _parts.Writer.TryComplete();
        var outcome = _writing is null ? new StreamOutcome.NotBegun() : await _writing.ConfigureAwait(false);
        return outcome is StreamOutcome.Ended ended && !_told.Select(told => told.Text).SequenceEqual(reply.Statements.Select(said => said.Text))
            ? new StreamOutcome.Broken(ended.Message) : outcome;
    }

    /// <summary>Leaves no stream open when no reply was made after all.</summary>
    public async ValueTask DisposeAsync()
    {
        _parts.Writer.TryComplete();
        if (_writing is not null)
            await ((Task)_writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task<StreamOutcome> Begin()
    {
        replies.Begin(outgoing.Place, outgoing.Delivery);
        return stream.WriteAsync(
            outgoing.Place, _parts.Reader.ReadAllAsync(cancellationToken), message => replies.SetStream(outgoing.Delivery, message), End, cancellationToken);
    }

    private StreamEnd End() => _reply is null ? new StreamEnd([], null) : StreamEnd.Of(_reply, outgoing);
}
