using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;

namespace PaperBot.Bot.Rendering;

/// <summary>What a digest is about, in words.</summary>
internal static class InterestText
{
    // A long list is told by its beginning.
    private const int MostNamed = 4;

    /// <summary>What goes on a heading: <c>new papers for “sparse retrieval”, by Ada Lovelace, in cs.IR, like SPANN</c>; in Slack's markup.</summary>
    /// <param name="find">Looks a paper up; null when the library has it no more.</param>
    /// <param name="many">Whether there are several papers, or none.</param>
    public static string Papers(Interest interest, Func<PaperKey, Paper?> find, bool many = true) => interest.IsTrending
        ? many ? "trending papers" : "trending paper"
        : $"new {(many ? "papers" : "paper")} {string.Join(", ", Parts(interest, find))}";

    /// <summary>"For “sparse retrieval”, …", or the trending ones; in Slack's markup.</summary>
    public static string Of(Interest interest, Func<PaperKey, Paper?> find) =>
        interest.IsTrending ? "the trending papers" : $"new papers {string.Join(", ", Parts(interest, find))}";

    /// <summary>A name to find the subscription by, not in Slack's markup.</summary>
    public static string Plain(Interest interest, Func<PaperKey, Paper?> find) => interest.IsTrending ? "trending" : string.Join(
        ' ', [.. interest.Topics, .. interest.Authors, .. interest.Categories, .. interest.Seeds.Select(seed => find(seed)?.Title ?? seed.Value)]);

    private static IEnumerable<string> Parts(Interest interest, Func<PaperKey, Paper?> find) =>
        new[]
        {
            List("for", interest.Topics, topic => $"“{SafeText.Mrkdwn(topic, 120)}”"),
            List("by", interest.Authors, author => SafeText.Mrkdwn(author, 80)),
            List("in", interest.Categories, category => SafeText.Mrkdwn(category, 40)),
            List("like", interest.Seeds, seed => find(seed) is { } paper ? $"“{SafeText.Mrkdwn(PaperLink.Title(paper), 80)}”" : SafeText.Mrkdwn(seed.Value, 120)),
        }.Where(part => part.Length > 0);

    private static string List<T>(string preposition, IReadOnlyList<T> all, Func<T, string> word)
    {
        if (all.Count == 0)
            return "";
        var words = all.Take(MostNamed).Select(word).ToList();
        if (all.Count > MostNamed)
            words.Add($"{all.Count - MostNamed} more");
        return $"{preposition} {(words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}")}";
    }
}
