using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;

namespace PaperBot.Slack.Dispatch;

/// <summary>What is handled one after the other: a thread, or what one person asks for outside of threads.</summary>
internal static class Lane
{
    public static string Of(object request, string id) => request switch
    {
        // What is said to the bot alone goes on from what was said before, thread or not.
        MessageEvent { ChannelType: "im", ThreadTs: null } direct => Thread(direct.Channel, null, ""),
        MessageBase message => Thread(message.Channel, message.ThreadTs, message.Ts),
        LinkShared link => Thread(link.Channel, link.ThreadTs, link.MessageTs),
        ReactionAdded { Item: { } item } => Thread(item.Channel, null, item.Ts),
        AssistantThreadStarted started => Thread(started.AssistantThread.ChannelId, null, started.AssistantThread.ThreadTs),
        AssistantThreadContextChanged changed => Thread(changed.AssistantThread.ChannelId, null, changed.AssistantThread.ThreadTs),
        AppHomeOpened home => Person(home.User),
        MemberJoinedChannel joined => Thread(joined.Channel, null, ""),
        SlashCommand command => Person(command.UserId),
        BlockActionRequest { View: null } used => Thread(
            used.Channel?.Id ?? used.Container.ChannelId ?? "",
            used.Message?.ThreadTs ?? used.Container.ThreadTs,
            used.Message?.Ts ?? used.Container.MessageTs ?? ""),
        BlockActionRequest used => Person(used.User.Id),
        ViewSubmission form => Person(form.User.Id),
        MessageShortcut shortcut => Thread(shortcut.Channel.Id, shortcut.Message.ThreadTs, shortcut.Message.Ts),
        GlobalShortcut shortcut => Person(shortcut.User.Id),
        _ => "delivery " + id,
    };

    /// <returns>Who did it; empty where it does not matter.</returns>
    public static string PersonOf(object request) => request switch
    {
        MessageBase message => message.User ?? "",
        LinkShared link => link.User,
        ReactionAdded reaction => reaction.User,
        AppHomeOpened home => home.User,
        SlashCommand command => command.UserId,
        BlockActionRequest used => used.User.Id,
        ViewSubmission form => form.User.Id,
        MessageShortcut shortcut => shortcut.User.Id,
        GlobalShortcut shortcut => shortcut.User.Id,
        _ => "",
    };

    private static string Thread(string channel, string? threadTs, string ts) => $"thread {channel} {threadTs ?? ts}";

    private static string Person(string user) => $"person {user}";
}
