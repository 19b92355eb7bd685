using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Buttons;
using PaperBot.Bot.Commands;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Shortcuts;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Tests.Bot;

/// <summary>A person who types commands in one conversation and clicks what they see.</summary>
internal sealed class Desk(BotRooms rooms, string channel, string person = "U1")
{
    private int _deeds;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <returns>What the person alone was shown, in order.</returns>
    public async Task<IReadOnlyList<ResponseMessage>> TypeAsync(string text, string? delivery = null)
    {
        var url = Url();
        var command = new SlashCommand { Command = "/papers", Text = text, UserId = person, ChannelId = channel, TeamId = "T1", ResponseUrl = url, TriggerId = "trigger" };
        await Make<PapersCommand>(Make<PrivateReplies>(Time)).HandleAsync(command, Delivery(delivery), CancellationToken.None);
        return Shown(url);
    }

    /// <summary>Clicks a button of something that only one person sees.</summary>
    public Task<IReadOnlyList<ResponseMessage>> ClickAsync(ResponseMessage message, string action, string? delivery = null) =>
        ClickAsync(
            message.Blocks!, action, new PayloadContainer { Type = "message", MessageTs = "1.000001", ChannelId = channel, IsEphemeral = true }, delivery);

    /// <summary>Clicks a button of a message that everybody sees.</summary>
    public Task<IReadOnlyList<ResponseMessage>> ClickAsync(MemorySlack.Kept message, string action, string? delivery = null) =>
        ClickAsync(
            message.Blocks, action, new PayloadContainer { Type = "message", MessageTs = message.Ts, ThreadTs = message.Thread, ChannelId = channel },
            delivery);

    public async Task<IReadOnlyList<ResponseMessage>> ClickAsync(
        IReadOnlyList<Block> blocks, string action, PayloadContainer container, string? delivery = null)
    {
        var url = Url();
        var request = new BlockActionRequest
        {
            User = new Named { Id = person },
            Channel = new Named { Id = channel },
            Container = container,
            ResponseUrl = url,
            TriggerId = "trigger",
        };
        var (id, value) = Buttons(blocks).First(button => button.Action == action || button.Action.StartsWith(action + ":", StringComparison.Ordinal));
        var clicked = new BlockAction { Type = "button", ActionId = id, Value = value };
        await Handler(id).HandleAsync(clicked, request, Delivery(delivery), CancellationToken.None);
        return Shown(url);
    }

    public static IEnumerable<(string Action, string Value)> Buttons(IReadOnlyList<Block> blocks) => blocks.SelectMany(block => block switch
    {
        ActionsBlock row => row.Elements.OfType<Button>().Select(button => (button.ActionId, button.Value ?? "")),
        SectionBlock { Accessory: Button button } => [(button.ActionId, button.Value ?? "")],
        ContextActionsBlock row => row.Elements.OfType<FeedbackButtons>().SelectMany(votes => new[]
        {
            (votes.ActionId, votes.PositiveButton.Value), (votes.ActionId + ":down", votes.NegativeButton.Value),
        }),
        _ => [],
    });

    private IBlockActionHandler Handler(string action) => action.Split(':')[0] switch
    {
        ReplyButtons.Sources => Make<QuotesButton>(),
        ReplyButtons.Share => Make<ShareButton>(),
        ReplyButtons.Feedback => Make<PaperBot.Bot.Buttons.FeedbackButton>(),
        ReplyButtons.Compare => Make<CompareButton>(),
        ReplyButtons.ThumbsUp or ReplyButtons.ThumbsDown or ReplyButtons.Save => Make<DigestVotes>(),
        ReplyButtons.Unsave => Make<UnsaveButton>(),
        ReplyButtons.Subscribe or ReplyButtons.Preview or ReplyButtons.Edit or ReplyButtons.Pause or ReplyButtons.Resume or ReplyButtons.Remove =>
            Make<SubscriptionButtons>(),
        _ => Make<RequestButton>(),
    };

    private T Make<T>(params object[] parts) => ActivatorUtilities.CreateInstance<T>(rooms.Get<IServiceProvider>(), parts);

    private static Delivery Delivery(string? id) => new(id ?? Guid.NewGuid().ToString("N"), "T1", DateTimeOffset.UnixEpoch, 1);

    private string Url() => $"https://hooks.test/{channel}/{person}/{++_deeds}/{Guid.NewGuid():N}";

    private IReadOnlyList<ResponseMessage> Shown(string url) =>
        [.. rooms.Slack.Responses.Where(response => response.Url == url).Select(response => response.Message)];
}
