using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Replies;
using PaperBot.Digests.Subscriptions;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Home;

/// <summary>What one person's App Home tells. Nobody else sees it.</summary>
/// <param name="Command">The slash command.</param>
/// <param name="Bot">The bot as a person, to be mentioned.</param>
/// <param name="Questions">The latest first.</param>
/// <param name="Decisions">What became of this person's messages, the latest first.</param>
/// <param name="Settings">Of the channels that this person set.</param>
/// <param name="Digests">What comes to this person, and what they made for channels.</param>
internal sealed record HomeContent(
    string Command,
    string Bot,
    LibraryStatistics Library,
    IReadOnlyList<Condition> Health,
    IReadOnlyList<SavedReply> Questions,
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<ChannelSettings> Settings,
    IReadOnlyList<HomeDigest> Digests);

/// <param name="Words">What, where, when and the next time, in Slack's markup.</param>
internal sealed record HomeDigest(Subscription Subscription, string Words);

/// <summary>How a part of the bot does, in a sentence.</summary>
internal sealed record Condition(bool IsWell, string Words);
