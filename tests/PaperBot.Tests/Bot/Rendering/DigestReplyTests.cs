using FsCheck.Xunit;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Tests.Bot.Rendering;

/// <summary>Digests and subscriptions, letter by letter.</summary>
public sealed class DigestReplyTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    private static readonly Wording Wording = new("/papers");
    private static readonly DateTimeOffset Due = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly Paper Kelp = new()
    {
        Key = new PaperKey("arxiv:2101.00001"),
        Title = "Kelp forests as $\\alpha$-stable sensors: what a coast can tell about the temperature of its water",
        Authors = ["Ada Lovelace", "Grace Hopper", "Jürgen Müller", "Mary Jackson"],
        Published = new PublicationDate(2026, 2, 27),
        Venue = "Journal of Wet Instruments",
        Source = "arxiv",
    };

    private static readonly Paper Urchin = new()
    {
        Key = new PaperKey("doi:10.1000/182"),
        Title = "Urchins & the *sensors* they <eat>",
        Published = new PublicationDate(2026),
        Url = "https://example.org/urchins?a=1&b=2",
        Source = "bibtex",
    };

    private static readonly Subscription Sensors = new(
        7, "C1", "U1", new Interest(["sensors made of kelp", "tides"], ["Ada Lovelace"], ["eess.SP"], [Kelp.Key]), new Timing("0 9 * * 1-5", "Europe/Berlin"), 5, 0.4,
        Due.AddDays(-7), Paused: null);

    private static readonly Subscription Trending = Sensors with { Id = 8, Place = "U1", Interest = Interest.None, Timing = new Timing("30 7 * * 1", "America/New_York"), MinimumScore = 0.6 };

    private static readonly DigestItem[] Items =
    [
        new(Kelp, 0.91, "Kelp reports temperature within $\\pm 2$ degrees.", "matches “sensors made of kelp”; close to “Urchins & the *sensors*”, which was liked here"),
        new(Urchin, 0.52, "We count 40 sensors eaten in a week; see https://evil.example for more.", "by Ada Lovelace"),
    ];

    [Fact]
    public void Digest_IsOneMessageWithAllOfIt() => SlackGolden.Assert("digest", Of(new Digest("d1", Sensors, Due, Items, 48)));

    [Fact]
    public void Digest_OfTrendingPapers_NeedsNoTopic() => SlackGolden.Assert("digest-trending", Of(new Digest("d1", Trending, Due, [Items[0] with { Why = "41 upvotes" }], 9)));

    [Fact]
    public void Digest_NothingWorthTheTime_IsOneLine() => SlackGolden.Assert("digest-empty", Of(new Digest("d1", Sensors, Due, [], 1_048)));

    [Fact]
    public void Digest_NothingNew_IsOneLine() =>
        Assert.Equal("Nothing worth your time today: there are no trending papers. I stay quiet until there is.", Of(new Digest("d1", Trending, Due, [], 0)).Text);

    [Fact]
    public void Preview_HasNoVotes() => SlackGolden.Assert("digest-preview", DigestReply.Preview(Id, Sensors, Items, 2, Find));

    [Fact]
    public void Subscribed_SaysWhatWhenAndWhatCanBeDone() =>
        SlackGolden.Assert("subscribed", SubscriptionReply.Of(Id, "Subscribed.", Told(Sensors), "C1", Find, ":warning: I am not in this channel yet, so nothing can come here."));

    [Fact]
    public void Subscriptions_AreNumbered() => SlackGolden.Assert("subscriptions", SubscriptionReply.List(
        Id, [Told(Sensors), Told(Trending with { Paused = "I was taken out of the channel." })], "C1", Wording, Find));

    [Fact]
    public void Subscriptions_None_SaysHowToBegin() => SlackGolden.Assert("subscriptions-none", SubscriptionReply.List(Id, [], "C1", Wording, Find));

    [Fact]
    public void Saved_AreListedWithBibTeX() => SlackGolden.Assert("saved", SavedPapersReply.Of(Id, [Kelp, Urchin]));

    [Property(MaxTest = 20)]
    public void Digest_OfTenPapersOfAnyText_FitsSlacksLimits(string? any)
    {
        var hostile = string.Concat(Enumerable.Repeat($"<!channel> {any} & <https://evil.example|x> ", 200));
        var items = Enumerable.Range(0, 10).Select(i => new DigestItem(
            Urchin with { Key = new PaperKey($"local:{i}"), Title = hostile, Authors = [hostile, hostile, hostile, hostile], Venue = hostile }, 1, hostile, hostile)).ToList();
        var subscription = Sensors with { Interest = new Interest([.. Enumerable.Repeat(hostile, 10)], [.. Enumerable.Repeat(hostile, 10)], [.. Enumerable.Repeat(hostile, 10)], [Kelp.Key]) };
        var many = Enumerable.Range(0, 40).Select(i => Told(subscription with { Id = i, Paused = hostile })).ToList();

        foreach (var reply in new[]
        {
            Of(new Digest("d1", subscription, Due, items, 1_000_000)), DigestReply.Preview(Id, subscription, items, 1_000_000, Find),
            Of(new Digest("d1", subscription, Due, [], 7)), SubscriptionReply.Of(Id, "Subscribed.", many[0], "C1", Find), SubscriptionReply.List(Id, many, "C1", Wording, Find),
            SavedPapersReply.Of(Id, [.. Enumerable.Range(0, 60).Select(i => items[i % 10].Paper)]),
        })
        {
            Assert.InRange(reply.Blocks.Count, 1, 48);
            Assert.InRange(reply.Text.Length, 1, 40_000);
            Assert.InRange(SlackGolden.Json(reply.Blocks).Length, 1, 80_000);
            Assert.DoesNotContain("<!channel", reply.Text, StringComparison.Ordinal);
            Assert.All(reply.Blocks.OfType<SectionBlock>(), block => Assert.DoesNotContain("://evil", block.Text!.Text, StringComparison.Ordinal));
            var actions = reply.Blocks.OfType<ActionsBlock>().SelectMany(row => row.Elements.OfType<ActionElement>()).Select(element => element.ActionId).ToList();
            Assert.Equal(actions.Count, actions.Distinct().Count());
        }
    }

    private static Reply Of(Digest digest) => DigestReply.Of(Id, digest, Schedule.Describe(digest.Subscription.Timing), Wording, Find);

    private static ToldSubscription Told(Subscription subscription) =>
        new(subscription, Schedule.Describe(subscription.Timing), subscription.Paused is null ? Due.AddDays(1) : null);

    private static Paper? Find(PaperKey key) => key == Kelp.Key ? Kelp : null;
}
