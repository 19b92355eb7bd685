using System.Globalization;
using PaperBot.Answering;
using PaperBot.Bot.Replies;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>A digest as one message: what it is of, each paper with its facts, TLDR and reason and what can be done with it.</summary>
internal static class DigestReply
{
    /// <summary>Two blocks each, and what stands around them, fit into a message.</summary>
    public const int Most = 10;

    /// <param name="when">When it comes, in words: <c>weekdays at 09:00 (Europe/Berlin)</c>.</param>
    /// <param name="find">Looks a paper up; null when the library has it no more.</param>
    public static Reply Of(string id, Digest digest, string when, Wording wording, Func<PaperKey, Paper?> find)
    {
        if (digest.Items.Count == 0)
            return NoticeReply.Of(id, Nothing(digest, find));
        var items = digest.Items.Take(Most).ToList();
        var heading = Heading(digest.Subscription.Interest, items.Count, digest.Candidates, find);
        return new Reply(
            id, ReplyKind.Papers, Text(heading, items),
            [
                .. Lines.Plain($"*{heading}*"),
                .. items.SelectMany((item, i) => new Block[] { Item(item, i + 1), Buttons(id, item, i + 1) }),
                new DividerBlock(),
                ReplyButtons.Row([
                    .. items.Count >= Compare.FewestPapers ? [ReplyButtons.Of(ReplyButtons.Compare, "Compare…", new ButtonValue.OfReply(id))] : Array.Empty<Button>(),
                    ReplyButtons.Of(ReplyButtons.BibTeX, "BibTeX", new ButtonValue.OfReply(id)),
                    ReplyButtons.Of(ReplyButtons.Edit, "Edit subscription…", new ButtonValue.OfSubscription(digest.Subscription.Id)),
                ]),
                .. Lines.Small(
                    "Ask about them in this thread; “the second one” is enough. 👍 and 👎 change what comes next.",
                    $"{Capitalized(when)} · {wording.Form("subscriptions")} shows and changes it."),
            ],
            Keys(items), []);
    }

    /// <summary>The digest that would come now, to one person: it can be read and summarized, and is not voted on.</summary>
    public static Reply Preview(string id, Subscription subscription, IReadOnlyList<DigestItem> drafted, int candidates, Func<PaperKey, Paper?> find)
    {
        var items = drafted.Take(Most).ToList();
        if (items.Count == 0)
            return NoticeReply.Of(id, $"If it came now, it would say: {Nothing(subscription.Interest, candidates, find)}");
        var heading = $"If it came now: {Heading(subscription.Interest, items.Count, candidates, find)}";
        return new Reply(
            id, ReplyKind.Papers, Text(heading, items),
            [
                .. Lines.Plain($"*{heading}*"),
                .. items.Select((item, i) => Item(item, i + 1) with { Accessory = ReplyButtons.ShowPaper(i + 1, item.Paper) }),
                .. Lines.Small("Only you see this, and it counts for nothing: what is new stays new."),
            ],
            Keys(items), []);
    }

    /// <summary>That nothing is good enough, or nothing is new; in Slack's markup.</summary>
    public static string Nothing(Interest interest, int candidates, Func<PaperKey, Paper?> find) => candidates == 0
        ? $"Nothing worth your time today: there are no {InterestText.Papers(interest, find)}."
        : $"Nothing worth your time today among {Count(candidates, InterestText.Papers(interest, find, candidates > 1))}.";

    private static string Heading(Interest interest, int shown, int candidates, Func<PaperKey, Paper?> find) => interest.IsTrending
        ? candidates > shown ? $"The {shown} {InterestText.Papers(interest, find, shown > 1)} of {candidates:N0} new ones" : Count(shown, InterestText.Papers(interest, find, shown > 1))
        : candidates > shown ? $"{shown} of {Count(candidates, InterestText.Papers(interest, find))}" : Count(shown, InterestText.Papers(interest, find, shown > 1));

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");

    private static string Nothing(Digest digest, Func<PaperKey, Paper?> find) =>
        $"{Nothing(digest.Subscription.Interest, digest.Candidates, find)} I stay quiet until there is.";

    private static SectionBlock Item(DigestItem item, int number) => new()
    {
        Text = new Mrkdwn(string.Join('\n', new[]
        {
            $"*{Number(number)}* {PaperLink.Bold(item.Paper)}",
            SafeText.Mrkdwn(PaperFacts.Short(item.Paper), 400),
            SafeText.Mrkdwn(item.Tldr, 700),
            item.Why.Length > 0 ? $"_{SafeText.Mrkdwn(item.Why, 400)}_" : "",
        }.Where(line => line.Length > 0)))
        { Verbatim = true },
    };

    private static ActionsBlock Buttons(string id, DigestItem item, int number)
    {
        var value = new ButtonValue.OfItem(id, item.Paper.Key);
        return ReplyButtons.Row(
            Button(ReplyButtons.ThumbsUp, "👍", "More like", value), Button(ReplyButtons.ThumbsDown, "👎", "Fewer like", value),
            Button(ReplyButtons.Save, "Save", "Save", value),
            Button(ReplyButtons.Summarize, "Summarize", "Summarize", new ButtonValue.OfPaper(item.Paper.Key)));

        Button Button(string action, string text, string label, ButtonValue carried) => new()
        {
            ActionId = string.Create(CultureInfo.InvariantCulture, $"{action}:{number}"),
            Text = text,
            Value = carried.ToString(),
            AccessibilityLabel = SafeText.Line($"{label} {PaperLink.Title(item.Paper)}", 75),
        };
    }

    private static string Text(string heading, IReadOnlyList<DigestItem> items) => string.Join(
        '\n', [heading, .. items.Select((item, i) => string.Join(' ', new[]
        {
            Number(i + 1), AnswerReply.PlainSource(item.Paper), SafeText.Mrkdwn(item.Tldr, 700), SafeText.Mrkdwn(item.Why, 400),
        }.Where(part => part.Length > 0)))]);

    private static IReadOnlyList<PaperKey> Keys(IReadOnlyList<DigestItem> items) => [.. items.Select(item => item.Paper.Key)];

    private static string Capitalized(string words) => SummaryReply.Capitalized(words);

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.");
}
