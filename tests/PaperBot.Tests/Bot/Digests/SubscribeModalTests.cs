using PaperBot.Bot.Digests;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;

namespace PaperBot.Tests.Bot.Digests;

public sealed class SubscribeModalTests
{
    private static readonly Paper Spann = SomePaper.Titled("SPANN: Highly-efficient Billion-scale Approximate Nearest Neighbor Search in Memory and on Disk", key: "arxiv:2111.08566");

    private static readonly Subscription Sparse = new(
        7, "C1", "U1", new Interest(["sparse retrieval", "learned indexes"], ["Ada Lovelace"], ["cs.IR"], [Spann.Key]), new Timing("15 8 * * 1,4", "Europe/Oslo"), 4, 0.6,
        DateTimeOffset.UnixEpoch, Paused: null);

    [Fact]
    public void New_InAChannel_OffersIt() => SlackGolden.Assert("subscribe-modal", SubscribeModal.New("Europe/Berlin", "C1"));

    [Fact]
    public void Edit_HasAllFilledIn() => SlackGolden.Assert("subscribe-modal-edit", SubscribeModal.Edit(Sparse, [Spann]));

    [Fact]
    public void Edit_ScheduleOfAnotherKind_StaysUnlessChanged()
    {
        var hourly = new Timing("0 * * * *", "UTC");
        var view = SubscribeModal.Edit(Sparse with { Timing = hourly }, []);

        Assert.Contains(view.Blocks, block => block is SectionBlock { Text.Text: var text } && text.Contains("every hour", StringComparison.Ordinal));
        Assert.Equal(hourly, SubscribeModal.ReadTiming(Filled(zone: "UTC"), hourly));
        Assert.Equal(new Timing("30 7 * * 1", "UTC"), SubscribeModal.ReadTiming(Filled(days: ["1"], time: "450", zone: "UTC"), hourly));
    }

    [Fact]
    public void Read_WhatWasFilledIn_IsTheWish()
    {
        var wish = SubscribeModal.Read(Filled("sparse retrieval\n“learned indexes”, Sparse Retrieval", "Ada Lovelace, ", "cs.IR,cs.CL", ["arxiv:2111.08566"], most: "10", level: "best"));

        Assert.Equal(["sparse retrieval", "learned indexes"], wish.Topics);
        Assert.Equal(["Ada Lovelace"], wish.Authors);
        Assert.Equal(["cs.IR", "cs.CL"], wish.Categories);
        Assert.Equal(["arxiv:2111.08566"], wish.Likes);
        Assert.Equal((10, MatchLevel.Best), (wish.Most, wish.Level));
    }

    [Theory]
    [InlineData(new[] { "1", "2", "3", "4", "5" }, "540", "Europe/Berlin", "0 9 * * 1-5", "Europe/Berlin")]
    [InlineData(new[] { "6", "0", "1", "2", "3", "4", "5" }, "0", "UTC", "0 0 * * *", "UTC")]
    [InlineData(new[] { "0" }, "1410", "Nowhere/At_All", "30 23 * * 0", "UTC")]
    [InlineData(new[] { "9", "x" }, "99999", "UTC", "0 9 * * 1-5", "UTC")]
    public void ReadTiming_DaysAndTime_AreASchedule(string[] days, string time, string zone, string cron, string named) =>
        Assert.Equal(new Timing(cron, named), SubscribeModal.ReadTiming(Filled(days: days, time: time, zone: zone), before: null));

    [Theory]
    [InlineData("0 9 * * 1-5", "1 2 3 4 5", 540)]
    [InlineData("15 8 * * 1,4", "1 4", 495)]
    [InlineData("0 0 * * *", "0 1 2 3 4 5 6", 0)]
    public void WeeklyTimes_OfItsOwnCron_IsTheSame(string cron, string days, int minutes)
    {
        var times = WeeklyTimes.Of(cron);

        Assert.Equal((days, minutes, cron), (string.Join(' ', times!.Days), times.Minutes, times.Cron));
    }

    [Theory]
    [InlineData("0 * * * *")]
    [InlineData("0 9 1 * *")]
    [InlineData("0 9 * * MON")]
    [InlineData("")]
    public void WeeklyTimes_OfAnotherKind_IsNone(string cron) => Assert.Null(WeeklyTimes.Of(cron));

    [Fact]
    public void Mistakes_TooMany_AreToldAtTheirFields()
    {
        var mistakes = SubscribeModal.Mistakes(Filled(string.Join('\n', Enumerable.Range(0, 11)), new string('a', 201)));

        Assert.Equal(["subscribe_authors", "subscribe_topics"], mistakes.Keys.Order());
        Assert.Empty(SubscribeModal.Mistakes(Filled("sparse retrieval")));
    }

    [Fact]
    public async Task TimeZones_HalfACityTyped_AreOffered()
    {
        var options = await new TimeZoneOptions().GetOptionsAsync(new BlockOptionsRequest { Value = "new yo" }, default);

        Assert.Equal("America/New_York", Assert.Single(options).Value);
    }

    internal static ViewState Filled(
        string? topics = null, string? authors = null, string? categories = null, string[]? like = null, string? most = null, string? level = null, string[]? days = null,
        string? time = null, string? zone = null, string? target = null) => new()
        {
            Values = new[]
            {
                new BlockAction { ActionId = "subscribe_topics", Value = topics }, new BlockAction { ActionId = "subscribe_authors", Value = authors },
                new BlockAction { ActionId = "subscribe_categories", Value = categories }, new BlockAction { ActionId = "subscribe_like", SelectedOptions = Chosen(like) },
                new BlockAction { ActionId = "subscribe_most", SelectedOption = One(most) }, new BlockAction { ActionId = "subscribe_level", SelectedOption = One(level) },
                new BlockAction { ActionId = "subscribe_days", SelectedOptions = Chosen(days) }, new BlockAction { ActionId = "subscribe_time", SelectedOption = One(time) },
                new BlockAction { ActionId = "subscribe_zone", SelectedOption = One(zone) }, new BlockAction { ActionId = "subscribe_target", SelectedConversation = target },
            }.ToDictionary(field => field.ActionId, field => (IReadOnlyDictionary<string, BlockAction>)new Dictionary<string, BlockAction> { [field.ActionId] = field }),
        };

    private static ChosenOption[] Chosen(string[]? values) => [.. (values ?? []).Select(value => new ChosenOption { Value = value })];

    private static ChosenOption? One(string? value) => value is null ? null : new ChosenOption { Value = value };
}
