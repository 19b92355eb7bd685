using Microsoft.Extensions.Logging;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Deliveries;

/// <summary>Writes a message piece by piece, as the pieces come.</summary>
internal sealed class ReplyStream(ISlackApiClient slack, ILogger<ReplyStream> log)
{
    /// <summary>Streams exist in threads only, and Slack wants to know for whom.</summary>
    public static bool IsPossible(Place place) => place is { IsPrivate: false, Thread.Length: > 0, Team.Length: > 0, Person.Length: > 0 };

    /// <param name="parts">Markdown to append one after the other.</param>
    /// <param name="started">Takes the message's id as soon as it has one.</param>
    /// <param name="end">What comes with the end; asked for after the last part.</param>
    /// <exception cref="SlackException">It cannot be told whether the stream began.</exception>
    public async Task<StreamOutcome> WriteAsync(
        Place place, IAsyncEnumerable<string> parts, Action<string> started, Func<StreamEnd> end, CancellationToken cancellationToken)
    {
        PostedMessage? message = null;
        try
        {
            await foreach (var part in parts.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (message is not null)
                {
                    await slack.Chat.AppendStreamAsync(message.Channel, message.Ts, part, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                message = await slack.Chat.StartStreamAsync(
                    new StreamStart(place.Channel, place.Thread)
                    {
                        MarkdownText = part,
                        RecipientUserId = place.Person,
                        RecipientTeamId = place.Team,
                    },
                    cancellationToken).ConfigureAwait(false);
                started(message.Ts);
            }

            if (message is null)
                return new StreamOutcome.NotBegun();
            var (blocks, metadata) = end();
            await slack.Chat.StopStreamAsync(
                new StreamStop(message.Channel, message.Ts) { Blocks = blocks.Count > 0 ? blocks : null, Metadata = metadata },
                cancellationToken).ConfigureAwait(false);
            return new StreamOutcome.Ended(message.Ts);
        }
        catch (SlackException e) when (message is not null)
        {
            Log.StreamBroke(log, e.Method, e.ErrorCode);
            return new StreamOutcome.Broken(message.Ts);
        }
        catch (SlackException e) when (e is SlackRateLimitException || !SlackFailure.IsTemporary(e))
        {
            Log.StreamRefused(log, e.ErrorCode);
            return new StreamOutcome.NotBegun();
        }
    }
}

/// <summary>What comes with the end of a stream.</summary>
/// <param name="Blocks">Under the text.</param>
/// <param name="Metadata">By which the whole reply is known; null for one that is not whole.</param>
internal sealed record StreamEnd(IReadOnlyList<Block> Blocks, MessageMetadata? Metadata)
{
    public static StreamEnd Of(Reply reply, Outgoing outgoing) =>
        new([.. reply.Blocks.Skip(reply.SpokenBlocks)], ReplyMessage.Metadata(outgoing.Delivery));
}

/// <summary>How far a stream came.</summary>
internal abstract record StreamOutcome
{
    private StreamOutcome()
    {
    }

    /// <summary>Nothing was written.</summary>
    internal sealed record NotBegun : StreamOutcome;

    internal sealed record Ended(string Message) : StreamOutcome;

    /// <summary>Some of it can be seen.</summary>
    internal sealed record Broken(string Message) : StreamOutcome;
}
