using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Subscriptions;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Tests.Bot.Digests;

/// <summary>Subscriptions as people make and change them: typed, spoken, with a form, and in App Home.</summary>
[Collection(BotRoomsTests.Name)]
public sealed class SubscriptionTests(BotRooms rooms)
{
    [Fact]
    public async Task Subscribe_Typed_SaysWhatWhenAndTheNextTime()
    {
        var channel = rooms.Talk().Channel;

        var shown = await OneAsync(channel, "subscribe \"sparse retrieval\" daily 09:00 Europe/Oslo");

        Assert.Equal("ephemeral", shown.ResponseType);
        Assert.Contains("Subscribed.\nNew papers for “sparse retrieval”\nEvery day at 09:00, Europe/Oslo; up to 5, good matches. Next: <!date^", shown.Text, StringComparison.Ordinal);
        var subscription = Assert.Single(rooms.Get<SubscriptionStore>().OfPlace(channel));
        Assert.Equal((new Timing("0 9 * * *", "Europe/Oslo"), "U1"), (subscription.Timing, subscription.Owner));
        Assert.Equal(
            [ReplyButtons.Preview, ReplyButtons.Edit, ReplyButtons.Pause, ReplyButtons.Remove], Desk.Buttons(shown.Blocks!).Select(button => button.Action.Split(':')[0]));
    }

    [Fact]
    public async Task Subscribe_NoTimeSaid_IsWeekdaysInThePersonsOwnTimeZone()
    {
        var channel = rooms.Talk().Channel;

        await OneAsync(channel, "subscribe sparse retrieval like 2206.01001 matches:best most:3");

        var subscription = Assert.Single(rooms.Get<SubscriptionStore>().OfPlace(channel));
        Assert.Equal(new Timing("0 9 * * 1-5", "Europe/Berlin"), subscription.Timing);
        Assert.Equal("arxiv:2206.01001", Assert.Single(subscription.Interest.Seeds).Value);
        Assert.Equal((3, MatchLevelText.Score(MatchLevel.Best)), (subscription.Most, subscription.MinimumScore));
    }

    [Fact]
    public async Task Subscribe_InDirectMessages_IsThePersonsOwn()
    {
        await OneAsync(rooms.Talk(isDirect: true).Channel, "subscribe trending daily", "UTREND");

        Assert.True(Assert.Single(rooms.Get<SubscriptionStore>().OfPlace("UTREND")).Interest.IsTrending);
    }

    [Fact]
    public async Task Subscribe_TheSameAgain_MakesOne()
    {
        var channel = rooms.Talk().Channel;

        await OneAsync(channel, "subscribe kelp daily");
        var again = await OneAsync(channel, "subscribe kelp daily", "U2");

        Assert.StartsWith("This is subscribed to already.", again.Text, StringComparison.Ordinal);
        Assert.Single(rooms.Get<SubscriptionStore>().OfPlace(channel));
    }

    [Theory]
    [InlineData("subscribe \"kelp\" fortnightly", "“fortnightly” is no schedule")]
    [InlineData("subscribe kelp daily 9:00 Europe/Berln", "Did you mean Europe/Berlin?")]
    [InlineData("subscribe like:2201.99999", "arxiv:2201.99999 is not in the library")]
    [InlineData("subscribe daily", "`/papers subscribe \"sparse retrieval\" daily 09:00 Europe/Berlin`")]
    [InlineData("pause 3", "`/papers subscribe \"sparse retrieval\" daily 9:00`")]
    public async Task Subscribe_Misused_SaysTheRightForm(string typed, string said)
    {
        var channel = rooms.Talk().Channel;

        Assert.Contains(said, (await OneAsync(channel, typed)).Text, StringComparison.Ordinal);

        Assert.Empty(rooms.Get<SubscriptionStore>().OfPlace(channel));
    }

    [Fact]
    public async Task Subscribe_WhereTheBotIsNot_SaysToInviteIt()
    {
        var channel = rooms.Talk().Channel;
        rooms.Slack.Elsewhere.Add(channel);

        Assert.Contains("Type `/invite`", (await OneAsync(channel, "subscribe kelp daily")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscribe_Spoken_IsDoneForTheChannel()
    {
        var talk = rooms.Talk();

        await talk.SayAsync($"{Talk.Mention} please subscribe us to sparse retrieval every monday", user: "U4");

        Assert.Contains("Every Monday at 09:00", Assert.Single(talk.AllReplies).Text, StringComparison.Ordinal);
        Assert.Equal("U4", Assert.Single(rooms.Get<SubscriptionStore>().OfPlace(talk.Channel)).Owner);
    }

    [Fact]
    public async Task Subscribe_Alone_OpensTheForm()
    {
        Assert.Empty(await new Desk(rooms, rooms.Talk().Channel).TypeAsync("subscribe"));

        Assert.Equal(SubscribeModal.Callback, ((ModalView)rooms.Slack.Opened[^1]).CallbackId);
    }

    [Fact]
    public async Task Subscribe_AloneSpoken_OffersTheFormWithAButton()
    {
        var talk = rooms.Talk();
        await talk.SayAsync($"{Talk.Mention} subscribe");

        await new Desk(rooms, talk.Channel).ClickAsync(Assert.Single(talk.AllReplies), ReplyButtons.Subscribe);

        Assert.Equal(SubscribeModal.Callback, ((ModalView)rooms.Slack.Opened[^1]).CallbackId);
    }

    [Fact]
    public async Task List_HasTheChannelsAndTheOwn_NumberedForDeeds()
    {
        var channel = rooms.Talk().Channel;
        await OneAsync(channel, "subscribe kelp daily", "ULIST");
        await OneAsync(channel, "subscribe urchins weekly", "ULIST");
        await OneAsync("DULIST", "subscribe trending daily", "ULIST");

        var list = await OneAsync(channel, "subscriptions", "ULIST");
        await OneAsync(channel, "pause 2", "ULIST");
        var unclear = await OneAsync(channel, "pause", "ULIST");
        await OneAsync(channel, "subscriptions pause trending", "ULIST");

        Assert.StartsWith("3 subscriptions:\n1. New papers for “kelp”", list.Text, StringComparison.Ordinal);
        Assert.Contains("3. The trending papers, in direct messages", list.Text, StringComparison.Ordinal);
        Assert.StartsWith("Which one? For example: `/papers subscriptions pause 1`", unclear.Text, StringComparison.Ordinal);
        Assert.Equal(["urchins"], rooms.Get<SubscriptionStore>().OfPlace(channel).Where(one => one.Paused is not null).Select(one => one.Interest.Topics[0]));
        Assert.NotNull(Assert.Single(rooms.Get<SubscriptionStore>().OfPlace("ULIST")).Paused);
    }

    [Fact]
    public async Task List_Spoken_KeepsTheOwnOnesOut()
    {
        var talk = rooms.Talk();
        await OneAsync("DUSHY", "subscribe secret passions daily", "USHY");

        await talk.SayAsync($"{Talk.Mention} subscriptions", user: "USHY");

        Assert.DoesNotContain("secret", Assert.Single(talk.AllReplies).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("U1", true)]
    [InlineData("UADMIN", true)]
    [InlineData("UMAKER", true)]
    [InlineData("U9", false)]
    public async Task Remove_ByAnybody_IsForTheOwnerAndThoseWhoMaySetTheChannel(string person, bool may)
    {
        var channel = rooms.Talk().Channel;
        await OneAsync(channel, "subscribe kelp daily");

        var shown = await OneAsync(channel, "unsubscribe kelp", person);

        Assert.Equal(may, shown.Text.StartsWith("Removed", StringComparison.Ordinal));
        Assert.Equal(may ? 0 : 1, rooms.Get<SubscriptionStore>().OfPlace(channel).Count);
    }

    [Fact]
    public async Task Buttons_OfTheCard_PauseResumeAndRemoveInItsPlace()
    {
        var channel = rooms.Talk().Channel;
        var desk = new Desk(rooms, channel);
        var card = await OneAsync(channel, "subscribe kelp daily");

        var paused = Assert.Single(await desk.ClickAsync(card, ReplyButtons.Pause));
        var resumed = Assert.Single(await desk.ClickAsync(paused, ReplyButtons.Resume));
        var preview = Assert.Single(await desk.ClickAsync(resumed, ReplyButtons.Preview));
        await desk.ClickAsync(resumed, ReplyButtons.Edit);
        var removed = Assert.Single(await desk.ClickAsync(resumed, ReplyButtons.Remove));

        Assert.All([paused, resumed, removed], shown => Assert.True(shown.ReplaceOriginal));
        Assert.Contains("⏸ Paused. Somebody of the channel paused it.", paused.Text, StringComparison.Ordinal);
        Assert.Contains("Next: ", resumed.Text, StringComparison.Ordinal);
        Assert.StartsWith("If it came now", preview.Text, StringComparison.Ordinal);
        Assert.Equal("Save", ((ModalView)rooms.Slack.Opened[^1]).Submit!.Text);
        Assert.Empty(rooms.Get<SubscriptionStore>().OfPlace(channel));
    }

    [Fact]
    public async Task Buttons_OfAList_LeaveItAList()
    {
        var channel = rooms.Talk().Channel;
        await OneAsync(channel, "subscribe kelp daily", "UMANY");
        await OneAsync(channel, "subscribe urchins daily", "UMANY");
        var list = await OneAsync(channel, "subscriptions", "UMANY");

        var shown = Assert.Single(await new Desk(rooms, channel, "UMANY").ClickAsync(list, ReplyButtons.Pause));

        Assert.StartsWith("2 subscriptions:", shown.Text, StringComparison.Ordinal);
        Assert.Contains("⏸ Paused. Somebody of the channel paused it.", shown.Text, StringComparison.Ordinal);
        Assert.True(shown.ReplaceOriginal);
    }

    [Fact]
    public async Task Buttons_ClickedWhereItIsNot_TellNothing()
    {
        var card = await OneAsync(rooms.Talk().Channel, "subscribe kelp daily");

        var shown = Assert.Single(await new Desk(rooms, rooms.Talk().Channel, "U9").ClickAsync(card, ReplyButtons.Preview));

        Assert.Equal("There is no such subscription any more.", shown.Text);
    }

    [Fact]
    public async Task Form_Sent_MakesTheSubscriptionAndSaysSoThere()
    {
        var channel = rooms.Talk().Channel;
        var url = $"https://hooks.test/{channel}";

        await SubmitAsync("", SubscribeModalTests.Filled("kelp", level: "best", most: "3", days: ["1"], time: "450", zone: "Europe/Oslo", target: channel), new ViewResponseUrl { ChannelId = channel, ResponseUrl = url });

        var subscription = Assert.Single(rooms.Get<SubscriptionStore>().OfPlace(channel));
        Assert.Equal((new Timing("30 7 * * 1", "Europe/Oslo"), 3), (subscription.Timing, subscription.Most));
        Assert.StartsWith("Subscribed.", Assert.Single(rooms.Slack.Responses, response => response.Url == url).Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SentWithoutAPlace_IsThePersonsOwn()
    {
        await SubmitAsync("", SubscribeModalTests.Filled("kelp", days: ["1"], time: "450", zone: "UTC"), person: "UFILLER");

        Assert.Single(rooms.Get<SubscriptionStore>().OfPlace("UFILLER"));
        Assert.StartsWith("Subscribed.", Assert.Single(rooms.Slack.Messages, message => message.Channel == "DUFILLER").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("U1", true)]
    [InlineData("U9", false)]
    public async Task Form_OfOneThatThereIs_ChangesItForThoseWhoMay(string person, bool may)
    {
        var channel = rooms.Talk().Channel;
        await OneAsync(channel, "subscribe kelp daily");
        var before = Assert.Single(rooms.Get<SubscriptionStore>().OfPlace(channel));

        await SubmitAsync($"{before.Id}", SubscribeModalTests.Filled("urchins", days: ["1"], time: "450", zone: "UTC"), person: person);

        var after = Assert.Single(rooms.Get<SubscriptionStore>().OfPlace(channel));
        Assert.Equal(may ? "urchins" : "kelp", after.Interest.Topics[0]);
        Assert.Equal(may ? new Timing("30 7 * * 1", "UTC") : before.Timing, after.Timing);
        Assert.Equal(before.Since, after.Since);
    }

    [Fact]
    public async Task Home_ShowsTheOwnAndButtonsWorkThere()
    {
        await OneAsync("DUHOME", "subscribe kelp daily", "UHOME");
        var subscription = Assert.Single(rooms.Get<SubscriptionStore>().OfPlace("UHOME"));

        await ClickAtHomeAsync(ReplyButtons.Pause, subscription.Id, "UHOME");

        var shown = SlackGolden.Json(rooms.Slack.Homes["UHOME"].Blocks);
        Assert.Contains("“kelp”", shown, StringComparison.Ordinal);
        Assert.Contains("You paused it.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_Preview_ComesInDirectMessages()
    {
        await OneAsync("DUPREVIEW", "subscribe kelp daily", "UPREVIEW");

        await ClickAtHomeAsync(ReplyButtons.Preview, Assert.Single(rooms.Get<SubscriptionStore>().OfPlace("UPREVIEW")).Id, "UPREVIEW");

        Assert.StartsWith("If it came now", Assert.Single(rooms.Slack.Messages, message => message.Channel == "DUPREVIEW").Text, StringComparison.Ordinal);
    }

    /// <summary>What came of a command, without the line that repeats it.</summary>
    private async Task<ResponseMessage> OneAsync(string channel, string text, string person = "U1")
    {
        var shown = Assert.Single(await new Desk(rooms, channel, person).TypeAsync(text));
        return shown with { Text = shown.Text[(shown.Text.IndexOf('\n', StringComparison.Ordinal) + 1)..] };
    }

    private Task ClickAtHomeAsync(string action, long subscription, string person) => Make<SubscriptionButtons>().HandleAsync(
        new BlockAction { Type = "button", ActionId = $"{action}:{subscription}", Value = $"subscription:{subscription}" },
        new BlockActionRequest { User = new Named { Id = person }, View = new PayloadView { Type = "home" }, Container = new PayloadContainer { Type = "view" }, TriggerId = "trigger" },
        Once(), CancellationToken.None);

    private async Task SubmitAsync(string metadata, ViewState state, ViewResponseUrl? url = null, string person = "U1")
    {
        var handler = Make<SubscribeSubmission>();
        var submission = new ViewSubmission { User = new Named { Id = person }, View = new PayloadView { PrivateMetadata = metadata, State = state }, ResponseUrls = url is null ? [] : [url] };
        Assert.IsType<ViewSubmissionResponse.Close>(handler.Answer(submission));
        await handler.HandleAsync(submission, Once(), CancellationToken.None);
    }

    private T Make<T>() => ActivatorUtilities.CreateInstance<T>(rooms.Get<IServiceProvider>());

    private static Delivery Once() => new(Guid.NewGuid().ToString("N"), "T1", TimeProvider.System.GetUtcNow(), 1);
}
