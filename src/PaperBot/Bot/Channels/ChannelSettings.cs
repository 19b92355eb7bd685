using PaperBot.Retrieval;

namespace PaperBot.Bot.Channels;

/// <summary>How the bot behaves in one channel.</summary>
/// <param name="People">Who may ask; empty is everybody.</param>
/// <param name="Categories">Papers of these only; empty is all.</param>
/// <param name="ChangedBy">Who set this; empty while nobody has.</param>
internal sealed record ChannelSettings(
    string Channel, AnswerMode Mode, IReadOnlyList<string> People, IReadOnlyList<string> Categories, string ChangedBy, DateTimeOffset ChangedAt)
{
    /// <summary>What an answer may rest on here; null is the whole library.</summary>
    public SearchFilter? Scope => Categories.Count > 0 ? new SearchFilter { Categories = Categories } : null;

    public static ChannelSettings Usual(string channel) => new(channel, AnswerMode.Mentions, [], [], "", DateTimeOffset.UnixEpoch);

    public bool MayAsk(string person) => People.Count == 0 || People.Contains(person);
}

internal enum AnswerMode
{
    /// <summary>Whoever names the bot is answered.</summary>
    Mentions,

    /// <summary>Questions about papers are answered as well when they do not name it.</summary>
    Questions,
}
