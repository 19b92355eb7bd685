using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PaperBot.Bot.Assistant;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Failures;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Threads;
using PaperBot.Slack;

namespace PaperBot.Bot.Mentions;

/// <summary>Answers what people say to the bot: each message once, whichever event told of it and however often.</summary>
internal sealed class Conversation(
    Listening listening, ThreadReading reading, ThreadStore threads, ChannelSettingsStore channels, DecisionStore decisions, SpokenRequests requests,
    ReplyDelivery delivery, PrivateNotice privately, Decoration decoration, DigestThreads digests, IOptions<BotOptions> options)
{
    private const int LongestTitle = 80;

    // Two events tell of one mention, and may be handled side by side.
    private readonly ConcurrentDictionary<string, byte> _atWork = new();

    public async Task HearAsync(Heard heard, CancellationToken cancellationToken)
    {
        var key = MessageKey.Of(heard.Channel, heard.Message);
        if (!_atWork.TryAdd(key, 0))
            return;
        try
        {
            switch (decisions.Find(heard.Channel, heard.Message))
            {
                case null:
                    await DecideAsync(heard, key, cancellationToken);
                    break;
                case { Outcome: DecisionOutcome.Taken }:
                    // Begun before the process ended; whom it was said to is not asked again.
                    await AnswerAsync(heard, key, null, cancellationToken);
                    break;
                default:
                    break;
            }
        }
        finally
        {
            _atWork.TryRemove(key, out _);
        }
    }

    private async Task DecideAsync(Heard heard, string key, CancellationToken cancellationToken)
    {
        var hearing = await listening.JudgeAsync(heard, cancellationToken);
        if (hearing is Hearing.LeftAlone left)
            Note(heard, DecisionOutcome.LeftAlone, left.Why);
        if (hearing is not Hearing.ForTheBot ours)
            return;
        var settings = channels.Find(heard.Channel);
        if (!heard.IsDirect && !settings.MayAsk(heard.Person))
        {
            // Who did not name the bot did not expect it to answer either.
            if (heard.IsMention)
                await privately.TellAsync(heard.Place, NotAllowedText.Of(settings), cancellationToken);
            var why = settings.ChangedBy.Length > 0 ? $"<@{settings.ChangedBy}> chose who may ask in this channel." : "";
            Note(heard, DecisionOutcome.NotAllowed, why);
            return;
        }

        Note(heard, DecisionOutcome.Taken);
        await AnswerAsync(heard, key, ours.Before, cancellationToken);
    }

    private async Task AnswerAsync(Heard heard, string key, SaidBefore? before, CancellationToken cancellationToken)
    {
        var place = heard.Place;
        if (!heard.IsDirect)
            threads.Join(place.Channel, place.Thread);
        var thread = place.ThreadTs ?? heard.Message;
        var showing = decoration.ShowWorkingAsync(place.Channel, thread, heard.Message, cancellationToken);
        Sent sent;
        try
        {
            sent = await delivery.SendAsync(
                new Outgoing(key, place, heard.Message),
                async (tell, token) =>
                {
                    var made = await MakeAsync(heard, before, TellAsync, token);
                    await showing;
                    return made;

                    // A status that came after the reply, or its first sentence, would stay.
                    async ValueTask TellAsync(Statement statement)
                    {
                        await showing;
                        await tell(statement);
                    }
                },
                cancellationToken);
        }
        finally
        {
            await showing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        if (place.Thread.Length == 0)
            await decoration.ShowDoneAsync(place.Channel, heard.Message, cancellationToken);
        if (sent is Sent.Unreachable unreachable)
        {
            await privately.TellElsewhereAsync(place, UnreachableText.Of(place.Channel, unreachable.Code), cancellationToken);
            Note(heard, DecisionOutcome.Unreachable, UnreachableText.Why(unreachable.Code));
        }
        else if (sent is Sent.Delivered { Reply: var reply })
        {
            digests.NoteAsked(place, reply);
            Note(heard, Outcome(heard, reply), reply.Kind == ReplyKind.Refusal ? "The library does not say." : "");
        }
    }

    private async Task<Made> MakeAsync(Heard heard, SaidBefore? before, Tell tell, CancellationToken cancellationToken)
    {
        if (heard.Text.Length == 0)
            return new Made(
                heard.Files.Count > 0
                    ? NoticeReply.Of(ReplyId.New(), $"{FileNotes.Of(heard.Files)} Paste a link, an id or its BibTeX, and ask me about that.")
                    : NoticeReply.Of(ReplyId.New(), ShortHelp.Of(options.Value.Command)),
                "");
        before ??= await reading.ReadAsync(heard.Place, heard.Message, cancellationToken);
        var made = await requests.ReplyAsync(heard, before.Turns, tell, cancellationToken);
        if (heard.IsDirect && heard.Place.Thread.Length > 0 && before.Turns.Count == 0)
            await decoration.SetTitleAsync(heard.Place, SlackText.Shorten(heard.Text, LongestTitle), cancellationToken);
        return made with { Reply = FileNotes.Under(made.Reply, heard.Files) };
    }

    private static DecisionOutcome Outcome(Heard heard, Reply reply) =>
        heard is { Text.Length: 0, Files.Count: > 0 } ? DecisionOutcome.FileOnly
        : reply.Kind == ReplyKind.Refusal ? DecisionOutcome.Refused : DecisionOutcome.Answered;

    private void Note(Heard heard, DecisionOutcome outcome, string reason = "") =>
        decisions.Note(heard.Person, heard.Channel, heard.Message, outcome, reason);
}
