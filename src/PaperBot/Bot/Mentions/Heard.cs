using System.Text.RegularExpressions;
using PaperBot.Bot.Requests;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Bot.Mentions;

/// <summary>What a person said, whichever event told of it.</summary>
/// <param name="Thread">The thread it was said in; empty outside of threads.</param>
/// <param name="Markup">In Slack's markup, without the mention of the bot.</param>
/// <param name="IsDirect">Said to the bot alone.</param>
/// <param name="IsMention">It names the bot.</param>
internal sealed partial record Heard(
    string Team, string Channel, string Person, string Message, string Thread, string Markup, IReadOnlyList<SharedFile> Files, bool IsDirect,
    bool IsMention)
{
    /// <summary>A direct conversation that is kept in threads, as with Slack's agents: a question there begins one.</summary>
    public bool BeginsThread { get; init; }

    /// <summary>As it was typed.</summary>
    public string Text { get; } = TypedText.Read(Markup);

    public bool NamesOthers => Others().IsMatch(Markup);

    /// <summary>Where it is answered: in its thread; in a channel in a thread of its own; in a direct conversation as it was said.</summary>
    public Place Place => new(Team, Channel, Thread.Length > 0 ? Thread : IsDirect && !BeginsThread ? "" : Message, Person, IsPrivate: false);

    /// <returns>Null for what no person said, and for what was said before: changes, deletions, messages of apps.</returns>
    public static Heard? From(MessageEvent message, Delivery delivery, string self) =>
        message.Subtype is null or "file_share" or "thread_broadcast" && message.Edited is null
            ? Read(message, delivery, self, message.ChannelType == "im", message.AssistantThread is not null) : null;

    /// <returns>Null for what no person said.</returns>
    public static Heard? From(AppMention mention, Delivery delivery, string self) =>
        mention.Edited is null && Read(mention, delivery, self, isDirect: false, beginsThread: false) is { } heard ? heard with { IsMention = true } : null;

    private static Heard? Read(MessageBase message, Delivery delivery, string self, bool isDirect, bool beginsThread)
    {
        if (message is not { BotId: null, User: { Length: > 0 } person } || person == self || message.Channel.Length == 0 || message.Ts.Length == 0)
            return null;
        // The framework keeps the few patterns that are used most, and a bot has one name.
        var mention = $@"<@{Regex.Escape(self)}(\|[^>]*)?>[,:]?";
        return new Heard(
            delivery.TeamId, message.Channel, person, message.Ts, message.ThreadTs ?? "",
            Regex.Replace(message.Text, mention, " ", RegexOptions.CultureInvariant).Trim(), message.Files, isDirect,
            Regex.IsMatch(message.Text, mention, RegexOptions.CultureInvariant))
        { BeginsThread = beginsThread };
    }

    [GeneratedRegex(@"<@[A-Z0-9]+(\|[^>]*)?>|<!(here|channel|everyone|subteam)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Others();
}
