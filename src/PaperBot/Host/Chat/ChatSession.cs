using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PaperBot.Bot;
using PaperBot.Bot.Shortcuts;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Host.Chat;

/// <summary>
/// One person's conversation with the bot: each line goes the way that it would go from Slack, through the same dispatch to the same handlers,
/// and the next is read when the bot is done with it.
/// </summary>
internal sealed partial class ChatSession(
    ChatScreen screen, ChatTranscript transcript, ChatButtons buttons, ChatForm form, ChatInbox inbox, SlackIntake intake,
    IOptions<BotOptions> options)
{
    private const string Mention = "@paperbot";

    // Where the last mention and the last direct message were answered, or a digest was posted; what is said there goes on from it.
    private string? _thread;
    private string? _directThread;

    private string Command => options.Value.Command;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        screen.Say(
            $"Ask PaperBot something, or type {Command} help. @PaperBot asks it in the channel #{ChatPlace.ChannelName}, and > goes on there.");
        screen.Say("A number presses a button; /home is its App Home, /compare its form; an empty line ends.");
        while (await screen.ReadAsync("> ", cancellationToken).ConfigureAwait(false) is { Length: > 0 } line && line is not ("/quit" or "/exit"))
            await TurnAsync(line, cancellationToken).ConfigureAwait(false);
    }

    private async Task TurnAsync(string line, CancellationToken cancellationToken)
    {
        if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            await PressAsync(number, cancellationToken).ConfigureAwait(false);
        else if (line == "/home")
            await GiveAsync("event", ChatPayloads.HomeOpened(), cancellationToken).ConfigureAwait(false);
        else if (line == "/compare")
            await GiveAsync("interaction", ChatPayloads.Shortcut(CompareModal.Callback), cancellationToken).ConfigureAwait(false);
        else if (line == Command || line.StartsWith(Command + " ", StringComparison.Ordinal))
            await GiveAsync("command", ChatPayloads.Command(Command, Marked(line[Command.Length..].Trim())), cancellationToken).ConfigureAwait(false);
        else if (line.StartsWith('/'))
            screen.Say($"There is no command {line.Split(' ')[0]} here. {Command} help shows what there is.");
        else if (line.StartsWith(Mention, StringComparison.OrdinalIgnoreCase))
            await MentionAsync(line[Mention.Length..].TrimStart(',', ':', ' '), cancellationToken).ConfigureAwait(false);
        else if (line.StartsWith('>'))
            await FollowUpAsync(line[1..].Trim(), cancellationToken).ConfigureAwait(false);
        else
            await SayAsync(ChatPlace.Direct, _directThread, Marked(line), cancellationToken).ConfigureAwait(false);
        Show();
        await WindowsAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task PressAsync(int number, CancellationToken cancellationToken)
    {
        if (buttons.Find(number) is { } button)
            await GiveAsync("interaction", ChatPayloads.Pressed(button), cancellationToken).ConfigureAwait(false);
        else
            screen.Say(buttons.Count == 0 ? "There is no button to press." : $"There are buttons 1 to {buttons.Count}.");
    }

    private async Task MentionAsync(string text, CancellationToken cancellationToken)
    {
        var message = transcript.Add(ChatPlace.Channel, threadTs: null, isBots: false, $"<@{ChatPlace.Bot}> {Marked(text)}");
        _thread = message.Ts;
        await GiveAsync("event", ChatPayloads.Mention(message), cancellationToken).ConfigureAwait(false);
        await GiveAsync("event", ChatPayloads.Message(message), cancellationToken).ConfigureAwait(false);
    }

    private Task FollowUpAsync(string text, CancellationToken cancellationToken)
    {
        if (_thread is { } thread)
            return SayAsync(ChatPlace.Channel, thread, Marked(text), cancellationToken);
        screen.Say($"There is no thread to go on in yet; @PaperBot begins one in #{ChatPlace.ChannelName}.");
        return Task.CompletedTask;
    }

    private async Task SayAsync(string channel, string? thread, string text, CancellationToken cancellationToken)
    {
        var message = transcript.Add(channel, thread, isBots: false, text);
        await GiveAsync("event", ChatPayloads.Message(message), cancellationToken).ConfigureAwait(false);
        if (Address().Matches(text) is { Count: > 0 } links)
            await GiveAsync("event", ChatPayloads.LinksShared(message, links.Select(link => link.Value)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Shows the windows that the bot opened, one after the other, and sends them filled in.</summary>
    private async Task WindowsAsync(CancellationToken cancellationToken)
    {
        while (transcript.Window is var (id, view))
        {
            transcript.Window = null;
            if (view.Submit is null)
            {
                screen.Show(view.Title.Text, view.Blocks);
                continue;
            }

            if (await form.FillAsync(
                view, (menu, text) => OfferAsync(menu, text, cancellationToken), cancellationToken).ConfigureAwait(false) is not { } state)
            {
                screen.Say("Closed.", quietly: true);
                continue;
            }

            var answer = await GiveAsync("interaction", ChatPayloads.Submitted(id, view, state), cancellationToken).ConfigureAwait(false);
            if (answer?["errors"] is JsonObject errors)
            {
                foreach (var (_, sentence) in errors)
                    screen.Say((string?)sentence ?? "");
                transcript.Window = (id, view);
            }

            Show();
        }
    }

    private async Task<IReadOnlyList<Option>> OfferAsync(string menu, string text, CancellationToken cancellationToken)
    {
        var answer = await GiveAsync("interaction", ChatPayloads.Typed(menu, text), cancellationToken).ConfigureAwait(false);
        return answer?["options"] is not JsonArray options ? [] : [.. options.OfType<JsonObject>().Select(option => new Option
        {
            Text = new PlainText((string)option["text"]!["text"]!), Value = (string)option["value"]!,
        })];
    }

    /// <returns>What the acknowledgement carried; null when nothing.</returns>
    private async Task<JsonNode?> GiveAsync(string type, JsonObject payload, CancellationToken cancellationToken)
    {
        var answer = await intake.ReceiveAsync(type, payload.ToJsonString(JsonSerializerOptions.Default), cancellationToken).ConfigureAwait(false);
        await inbox.UntilIdleAsync(cancellationToken).ConfigureAwait(false);
        return answer is null ? null : JsonNode.Parse(answer);
    }

    private void Show()
    {
        var said = transcript.TakeUnseen();
        screen.Show(said);
        if (said.LastOrDefault(message => message is { Channel: ChatPlace.Direct, ThreadTs: not null }) is { } direct)
            _directThread = direct.ThreadTs;
        if (said.LastOrDefault(message => message is { Channel: ChatPlace.Channel, ThreadTs: null, IsPrivate: false }) is { } posted)
            _thread = posted.Ts;
        if (transcript.Home is { } home)
        {
            transcript.Home = null;
            screen.Show("App Home", home.Blocks);
        }
    }

    /// <summary>As Slack writes what people type: escaped, with addresses in angle brackets.</summary>
    private static string Marked(string text) => Address().Replace(SlackText.Escape(text), "<$0>");

    [GeneratedRegex(@"https?://[^\s<>|]+[^\s<>|.,;:!?)]")]
    private static partial Regex Address();
}
