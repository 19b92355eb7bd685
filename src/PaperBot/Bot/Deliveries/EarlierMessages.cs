using System.Runtime.CompilerServices;
using PaperBot.Bot.Replies;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Deliveries;

/// <summary>Looks in a conversation for a reply that may have been sent before the process ended or the connection broke.</summary>
internal sealed class EarlierMessages(ISlackApiClient slack, BotIdentity identity, ReplyStore replies)
{
    private const int PageSize = 200;

    // A reply follows its question closely; further on than this it is not looked for.
    private const int MostPages = 5;

    public async Task<Earlier> FindAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        Earlier found = new Earlier.Nothing();
        await foreach (var message in OwnAsync(outgoing, cancellationToken).ConfigureAwait(false))
        {
            if (ReplyMessage.Answers(message, outgoing.Delivery))
                return new Earlier.Whole(message.Ts);
            // Metadata comes with the end of a stream. Questions of one thread are answered one by one, so a stream without it that no reply is
            // known by is this one's.
            if (message is { StreamingState: not null, Metadata: null } && !replies.IsReply(outgoing.Place.Channel, message.Ts))
                found = new Earlier.Begun(message.Ts);
        }

        return found;
    }

    /// <returns>Whether a file of this name followed the question.</returns>
    public async Task<bool> HasFileAsync(Outgoing outgoing, string name, CancellationToken cancellationToken)
    {
        await foreach (var message in OwnAsync(outgoing, cancellationToken).ConfigureAwait(false))
            if (message.Files.Any(file => file.Name == name))
                return true;
        return false;
    }

    /// <summary>The bot's messages after the question.</summary>
    private async IAsyncEnumerable<HistoryMessage> OwnAsync(Outgoing outgoing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var self = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
        var query = new HistoryQuery(outgoing.Place.Channel) { Oldest = outgoing.Question, Inclusive = false, Limit = PageSize };
        for (var page = 0; page < MostPages; page++)
        {
            var (messages, next) = await PageAsync(outgoing, query, cancellationToken).ConfigureAwait(false);
            foreach (var message in messages.Where(message => IsOwn(message, self) && string.CompareOrdinal(message.Ts, outgoing.Question) > 0))
                yield return message;
            if (next is null)
                yield break;
            query = query with { Cursor = next };
        }
    }

    private async Task<HistoryPage> PageAsync(Outgoing outgoing, HistoryQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return outgoing.Place.Thread.Length > 0
                ? await slack.Conversations.RepliesAsync(outgoing.Place.Thread, query, cancellationToken).ConfigureAwait(false)
                : await slack.Conversations.HistoryAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (SlackException e) when (e.ErrorCode is "missing_scope" or "unknown_method" or "thread_not_found" or "message_not_found")
        {
            // What cannot be looked up is sent: twice is better than never.
            return new HistoryPage([], null);
        }
    }

    private static bool IsOwn(HistoryMessage message, AuthTestResponse self) =>
        (message.BotId is { } bot && bot == self.BotId) || (message.User is { } user && user == self.UserId);
}

/// <summary>What was found of a reply.</summary>
internal abstract record Earlier
{
    private Earlier()
    {
    }

    internal sealed record Nothing : Earlier;

    internal sealed record Whole(string Message) : Earlier;

    /// <summary>A stream that was never ended.</summary>
    internal sealed record Begun(string Message) : Earlier;
}
