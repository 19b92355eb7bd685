using PaperBot.Digests.Subscriptions;

namespace PaperBot.Terminal.Views;

/// <summary>What a subscription is about, in a line: <c>“sparse retrieval”, by Ada Lovelace, in cs.IR, like arxiv:2111.08566</c>.</summary>
internal static class InterestText
{
    public static string Of(Interest interest) => interest.IsTrending ? "what is trending" : PaperText.Readable(string.Join(", ", (string[])
    [
        .. interest.Topics.Select(topic => $"“{topic}”"),
        .. interest.Authors.Select(author => $"by {author}"),
        .. interest.Categories.Select(category => $"in {category}"),
        .. interest.Seeds.Select(seed => $"like {seed.Value}"),
    ]));
}
