using Microsoft.Extensions.Logging;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Mentions;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Bot.Threads;
using PaperBot.Slack;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;
using PaperBot.Storage;

namespace PaperBot.Bot.Failures;

/// <summary>
/// Tells whoever addressed the bot that something went wrong, in plain words and with the reference that the log has; nobody else hears of it.
/// </summary>
internal sealed class FailureNotice(
    ISlackApiClient slack, BotIdentity identity, DecisionStore decisions, ReplyStore replies, EarlierMessages earlier, PrivateNotice privately,
    ILogger<FailureNotice> log)
    : IFailureHandler
{
    public Task HandleAsync(object request, string reference, Delivery delivery, CancellationToken cancellationToken)
    {
        return request switch
        {
            AppMention mention => TellAsync(self => Heard.From(mention, delivery, self), reference, cancellationToken),
            MessageEvent message => TellAsync(self => Heard.From(message, delivery, self), reference, cancellationToken),
            SlashCommand command => Respond(command.ResponseUrl, command.ChannelId, command.UserId),
            BlockActionRequest click => Respond(click.ResponseUrl, click.Channel?.Id, click.User.Id),
            MessageShortcut shortcut => Respond(shortcut.ResponseUrl, shortcut.Channel.Id, shortcut.User.Id),
            ViewSubmission form => Respond(null, null, form.User.Id),
            GlobalShortcut shortcut => Respond(null, null, shortcut.User.Id),
            // Nobody asked for what the others are about.
            _ => Task.CompletedTask,
        };

        Task Respond(string? responseUrl, string? channel, string person) => RespondAsync(
            responseUrl, new Place(delivery.TeamId, channel ?? "", "", person, IsPrivate: true), reference, cancellationToken);
    }

    public static string Text(string reference) =>
        $"Sorry, something went wrong on my side. Please try again; if it happens again, tell whoever runs me this reference: `{reference}`";

    private async Task TellAsync(Func<string, Heard?> read, string reference, CancellationToken cancellationToken)
    {
        var self = await SelfAsync(cancellationToken);
        if (read(self) is not { } heard)
            return;
        var decision = Decided(heard);
        // A message that was not for the bot, as far as it got, is no reason to speak up.
        if (decision is not (null or { Outcome: DecisionOutcome.Taken }) || !(decision is not null || heard.IsMention || heard.IsDirect))
            return;
        var key = MessageKey.Of(heard.Channel, heard.Message);
        var place = heard.Place;
        if (await WasAnsweredAsync(new Outgoing(key, place, heard.Message), cancellationToken))
        {
            Note(heard.Person, heard.Channel, heard.Message, DecisionOutcome.Answered);
            return;
        }

        try
        {
            await slack.Chat.PostMessageAsync(
                new Message
                {
                    Channel = place.Channel,
                    ThreadTs = place.ThreadTs,
                    Text = Text(reference),
                    Metadata = ReplyMessage.Metadata($"{key}:failed"),
                },
                cancellationToken);
        }
        catch (SlackException)
        {
            await privately.TellElsewhereAsync(place, Text(reference), cancellationToken);
        }

        Note(heard.Person, heard.Channel, heard.Message, DecisionOutcome.Failed, reference);
    }

    /// <summary>The answer may have landed although Slack did not say so.</summary>
    private async Task<bool> WasAnsweredAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var found = false;
        try
        {
            if (replies.FindByDelivery(outgoing.Delivery) is not { } saved)
                return false;
            if (saved.State == ReplyState.Sent)
                return true;
            if (await earlier.FindAsync(outgoing, cancellationToken) is not Earlier.Whole whole)
                return false;
            found = true;
            replies.SetMessage(saved.Reply.Id, whole.Message);
            return true;
        }
        catch (SlackException)
        {
            return false;
        }
        catch (Exception e) when (LibraryException.IsFault(e))
        {
            // Where it could not even be looked up, telling twice is better than never.
            return found;
        }
    }

    private async Task RespondAsync(string? responseUrl, Place place, string reference, CancellationToken cancellationToken)
    {
        Note(place.Person, place.Channel, "", DecisionOutcome.Failed, reference);
        try
        {
            if (responseUrl is { Length: > 0 })
            {
                await slack.RespondAsync(
                    responseUrl, new ResponseMessage { Text = Text(reference), ReplaceOriginal = false }, cancellationToken);
                return;
            }
        }
        catch (SlackException)
        {
            // The address may be used up or too old.
        }

        await privately.TellElsewhereAsync(place, Text(reference), cancellationToken);
    }

    // What failed may be the library itself: the person is told all the same.
    private void Note(string person, string channel, string message, DecisionOutcome outcome, string reason = "")
    {
        try
        {
            decisions.Note(person, channel, message, outcome, reason);
        }
        catch (Exception e) when (LibraryException.IsFault(e))
        {
            Log.NotNoted(log, e.GetType().Name);
        }
    }

    private Decision? Decided(Heard heard)
    {
        try
        {
            return decisions.Find(heard.Channel, heard.Message);
        }
        catch (Exception e) when (LibraryException.IsFault(e))
        {
            return null;
        }
    }

    /// <returns>Empty when even that cannot be asked; an event of a mention is one without it.</returns>
    private async Task<string> SelfAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await identity.GetAsync(cancellationToken)).UserId;
        }
        catch (SlackException)
        {
            return "";
        }
    }
}
