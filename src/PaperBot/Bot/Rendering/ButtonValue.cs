using System.Globalization;
using PaperBot.Papers;

namespace PaperBot.Bot.Rendering;

/// <summary>What a button carries. It comes back from outside, so what it names is looked up before anything is done.</summary>
internal abstract record ButtonValue
{
    /// <summary>Slack takes so many characters.</summary>
    public const int Longest = 2_000;

    private ButtonValue()
    {
    }

    internal sealed record OfReply(string Id) : ButtonValue
    {
        public override string ToString() => $"reply:{Id}";
    }

    internal sealed record OfPaper(PaperKey Key) : ButtonValue
    {
        public override string ToString() => $"paper:{Key.Value}";
    }

    /// <param name="IsHelpful">Thumbs up.</param>
    internal sealed record Vote(string Reply, bool IsHelpful) : ButtonValue
    {
        public override string ToString() => $"{(IsHelpful ? "helpful" : "unhelpful")}:{Reply}";
    }

    /// <summary>More of what a search found.</summary>
    /// <param name="Skip">How many were shown.</param>
    internal sealed record MoreFound(int Skip, string Query) : ButtonValue
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"found:{Skip}:{Query}");
    }

    /// <summary>More papers like one.</summary>
    internal sealed record MoreSimilar(int Skip, PaperKey Key) : ButtonValue
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"similar:{Skip}:{Key.Value}");
    }

    /// <summary>A paper of a digest.</summary>
    /// <param name="Reply">The digest's.</param>
    internal sealed record OfItem(string Reply, PaperKey Key) : ButtonValue
    {
        public override string ToString() => $"item:{Reply}:{Key.Value}";
    }

    /// <param name="IsListed">Whether it is one of a list, which is to stay one.</param>
    internal sealed record OfSubscription(long Id, bool IsListed = false) : ButtonValue
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsListed ? "listed" : "subscription")}:{Id}");
    }

    /// <returns>Null when it is none of ours.</returns>
    public static ButtonValue? Parse(string? value)
    {
        if (value is null || value.Length > Longest || value.Split(':', 2) is not [var kind, var rest] || rest.Length == 0)
            return null;
        return kind switch
        {
            "reply" => new OfReply(rest),
            "paper" => PaperKey.TryParse(rest, out var key) ? new OfPaper(key) : null,
            "helpful" or "unhelpful" => new Vote(rest, kind == "helpful"),
            "found" => Skipped(rest) is { } found ? new MoreFound(found.Skip, found.What) : null,
            "similar" => Skipped(rest) is { } like && PaperKey.TryParse(like.What, out var likeKey) ? new MoreSimilar(like.Skip, likeKey) : null,
            "item" => rest.Split(':', 2) is [{ Length: > 0 } reply, var item] && PaperKey.TryParse(item, out var itemKey) ? new OfItem(reply, itemKey) : null,
            "subscription" or "listed" => long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new OfSubscription(id, kind == "listed") : null,
            _ => null,
        };
    }

    private static (int Skip, string What)? Skipped(string rest) =>
        rest.Split(':', 2) is [var skip, var what]
        && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1_000 ? (count, what) : null;
}
