using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Rendering;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Feedback;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;

namespace PaperBot.Tests.Bot.Digests;

/// <summary>A digest from its post to what people do with it, beside a conversation in memory.</summary>
[Collection(BotRoomsTests.Name)]
public sealed class DigestTests(BotRooms rooms) : IDisposable
{
    private static readonly string[] Keys = ["arxiv:2206.01001", "arxiv:2109.01003", "arxiv:2007.01006"];

    public void Dispose() => rooms.Slack.Fault = (_, _, _) => null;

    [Fact]
    public async Task Post_InAChannel_IsOneMessageWhoseThreadIsJoined()
    {
        var (talk, subscription, _) = Subscribed();

        var posted = Assert.IsType<PostOutcome.Posted>(await PostAsync(subscription, "d1"));

        var message = Assert.Single(talk.Replies());
        Assert.Equal(message.Ts, posted.Message);
        Assert.StartsWith("3 of 48 new papers for “fireflies”", message.Text, StringComparison.Ordinal);
        Assert.True(rooms.Get<PaperBot.Bot.Threads.ThreadStore>().IsJoined(talk.Channel, message.Ts));
    }

    [Fact]
    public async Task Post_Again_IsTheSameMessage()
    {
        var (talk, subscription, _) = Subscribed();
        var first = await PostAsync(subscription, "d1");

        Assert.Equal(first, await PostAsync(subscription, "d1", mayBePosted: true));

        Assert.Single(talk.Replies());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_ProcessEndsAtIt_IsOnceInTheEnd(bool landed)
    {
        var (talk, subscription, _) = Subscribed();
        rooms.Slack.Fault = (method, _, done) => method == "chat.postMessage" && done == landed ? new InvalidOperationException("The process ended.") : null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(subscription, "d1"));
        rooms.Slack.Fault = (_, _, _) => null;

        await PostAsync(subscription, "d1", mayBePosted: true);

        Assert.Single(talk.Replies());
    }

    [Fact]
    public async Task Post_WhatWasKeptIsGone_IsLookedForAllTheSame()
    {
        var (talk, subscription, _) = Subscribed();
        var first = await PostAsync(subscription, "d1");
        using (var connection = rooms.Get<PaperBot.Storage.LibraryDatabase>().Open())
            PaperBot.Storage.SqliteConnectionSql.Execute(connection, "DELETE FROM replies WHERE channel = $channel", ("$channel", talk.Channel));

        Assert.Equal(first, await PostAsync(subscription, "d1", mayBePosted: true));

        Assert.Single(talk.Replies());
    }

    [Theory]
    [InlineData("is_archived", "The channel is archived.")]
    [InlineData("not_in_channel", "I was taken out of the channel.")]
    [InlineData("channel_not_found", "I was taken out of the channel, or it is gone.")]
    [InlineData("restricted_action", "I am not allowed to write there.")]
    public async Task Post_WhereNobodyCanWrite_SaysThatItIsClosed(string code, string why)
    {
        var (_, subscription, _) = Subscribed();
        rooms.Slack.Fault = (method, _, done) => method == "chat.postMessage" && !done ? new SlackException(code, method) : null;

        Assert.Equal(new PostOutcome.Closed(why), await PostAsync(subscription, "d1"));
    }

    [Fact]
    public async Task Post_TokenRefused_IsATroubleThatMayPass()
    {
        var (_, subscription, _) = Subscribed();
        rooms.Slack.Fault = (method, _, done) => method == "chat.postMessage" && !done ? new SlackException("invalid_auth", method) : null;

        var trouble = await Assert.ThrowsAsync<DigestPostException>(() => PostAsync(subscription, "d1"));

        Assert.Equal("Slack's chat.postMessage answered invalid_auth.", trouble.Message);
    }

    [Fact]
    public async Task Post_ToAPerson_ComesInDirectMessages()
    {
        var subscription = Add("UREADER");

        await PostAsync(subscription, "d1");

        Assert.Contains(rooms.Slack.Messages, message => message.Channel == "DUREADER" && message.Text.Contains("fireflies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_ToAPersonWhoIsGone_IsClosed()
    {
        rooms.Slack.Fault = (method, _, done) => method == "conversations.open" && !done ? new SlackException("user_disabled", method) : null;

        Assert.IsType<PostOutcome.Closed>(await PostAsync(Add("UGONE"), "d1"));
    }

    [Fact]
    public async Task Paused_OwnerIsToldOnce()
    {
        var subscription = Add("C-left", owner: "UTOLD");
        var post = rooms.Get<IDigestPost>();

        await post.TellPausedAsync(subscription, "I was taken out of the channel.", CancellationToken.None);
        await post.TellPausedAsync(subscription, "I was taken out of the channel.", CancellationToken.None);

        var told = Assert.Single(rooms.Slack.Messages, message => message.Channel == "DUTOLD");
        Assert.Contains("⏸ Paused. I was taken out of the channel.", told.Text, StringComparison.Ordinal);
        Assert.Contains(Desk.Buttons(told.Blocks), button => button.Action.StartsWith(ReplyButtons.Resume, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Vote_ChangesAndIsAcknowledgedToThePersonAlone()
    {
        var (talk, subscription, _) = Subscribed();
        await PostAsync(subscription, "d1");
        var message = talk.Replies()[0];

        var up = Assert.Single(await new Desk(rooms, talk.Channel, "U2").ClickAsync(message, ReplyButtons.ThumbsUp));
        var down = Assert.Single(await new Desk(rooms, talk.Channel, "U2").ClickAsync(message, ReplyButtons.ThumbsDown));

        Assert.Equal("ephemeral", up.ResponseType);
        Assert.Contains("So far here: 👍 1, 👎 0.", up.Text, StringComparison.Ordinal);
        Assert.Contains("So far here: 👍 0, 👎 1.", down.Text, StringComparison.Ordinal);
        Assert.Equal(
            [("U2", Keys[0], Verdict.ThumbsDown)], rooms.Get<VerdictStore>().Of(subscription.Id).Select(given => (given.Person, given.Paper.Value, given.Verdict)));
    }

    [Fact]
    public async Task Post_WeeklyAndTheChartFails_IsPostedAllTheSame()
    {
        var talk = rooms.Talk();
        var subscription = Add(talk.Channel) with
        {
            Interest = new Interest(["fireflies", "irrigation pumps", "bird song", "hashing", "chess engines", "bread dough", "ferry timetables"], [], [], []),
            Timing = new Timing("0 9 * * 1", "Europe/Berlin"),
        };
        var tried = false;
        rooms.Slack.Fault = (method, _, done) => method.StartsWith("files.", StringComparison.Ordinal) && !done && (tried = true) ? new InvalidOperationException("It broke.") : null;

        Assert.IsType<PostOutcome.Posted>(await PostAsync(subscription, "d1"));

        Assert.True(tried);
        Assert.NotEmpty(talk.Replies());
    }

    [Fact]
    public async Task Vote_OnADigestWhoseSubscriptionIsRemoved_IsNotSaidToChangeAnything()
    {
        var (talk, subscription, desk) = Subscribed();
        await PostAsync(subscription, "d1");
        rooms.Get<SubscriptionStore>().Remove(subscription.Id);

        var shown = Assert.Single(await desk.ClickAsync(talk.Replies()[0], ReplyButtons.ThumbsUp));

        Assert.Equal("This subscription was removed, so that no digest follows which a vote could change.", shown.Text);
    }

    [Fact]
    public async Task Vote_OnADigestOfAnotherChannel_IsNotTaken()
    {
        var (talk, subscription, _) = Subscribed();
        await PostAsync(subscription, "d1");

        var shown = Assert.Single(await new Desk(rooms, rooms.Talk().Channel, "U2").ClickAsync(talk.Replies()[0], ReplyButtons.ThumbsUp));

        Assert.Equal("I do not have this digest any more.", shown.Text);
        Assert.Empty(rooms.Get<VerdictStore>().Of(subscription.Id));
    }

    [Fact]
    public async Task Save_PutsItIntoThePersonsList_FromWhichItCanBeTaken()
    {
        var (talk, subscription, _) = Subscribed();
        await PostAsync(subscription, "d1");
        var desk = new Desk(rooms, talk.Channel, "USAVER");

        await desk.ClickAsync(talk.Replies()[0], ReplyButtons.Save);
        var again = Assert.Single(await desk.ClickAsync(talk.Replies()[0], ReplyButtons.Save));
        var list = Assert.Single(await desk.TypeAsync("saved"));
        var bibtex = Assert.Single(await desk.ClickAsync(list, ReplyButtons.BibTeX));
        var left = Assert.Single(await desk.ClickAsync(list, ReplyButtons.Unsave));

        Assert.Contains("in your list already", again.Text, StringComparison.Ordinal);
        Assert.Contains("1 saved paper:", list.Text, StringComparison.Ordinal);
        Assert.Contains("@misc", bibtex.Text, StringComparison.Ordinal);
        Assert.Equal("You have saved no papers yet. Save under a paper of a digest puts it here.", left.Text);
        Assert.Equal(Verdict.Saved, Assert.Single(rooms.Get<VerdictStore>().Of(subscription.Id)).Verdict);
    }

    [Fact]
    public async Task Summarize_AnswersInTheThread()
    {
        var (talk, subscription, _) = Subscribed();
        await PostAsync(subscription, "d1");
        var message = talk.Replies()[0];

        await new Desk(rooms, talk.Channel).ClickAsync(message, ReplyButtons.Summarize);

        Assert.StartsWith("LanternNet", Assert.Single(talk.Replies(message.Ts)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summarize the second one", 1)]
    [InlineData("how many insects does it count correctly?", 0)]
    [InlineData("what data do these use?", -1)]
    public async Task Question_InTheThread_IsAboutItsPapersAndNeedsNoMention(string question, int paper)
    {
        var (talk, subscription, _) = Subscribed();
        await PostAsync(subscription, "d1");
        var thread = talk.Replies()[0].Ts;

        await talk.SayAsync(question, thread, "U5");

        var answer = Assert.Single(talk.Replies(thread));
        var titles = Keys.Select(key => rooms.Get<PaperStore>().Find(new PaperKey(key))!.Title).ToList();
        var said = answer.Text + SlackGolden.Json(answer.Blocks);
        Assert.True(titles.Any(title => (paper < 0 || title == titles[paper]) && said.Contains(title, StringComparison.Ordinal)), said);
        if (paper >= 0)
            Assert.Contains(rooms.Get<VerdictStore>().Of(subscription.Id), given => given == new GivenVerdict("U5", new PaperKey(Keys[paper]), Verdict.AskedAbout, given.At));
    }

    [Fact]
    public async Task Question_InDirectMessagesUnderADigest_IsAboutItsPapers()
    {
        var subscription = Add("UDIRECT");
        await PostAsync(subscription, "d1");
        var ts = rooms.Slack.Say("DUDIRECT", null, "UDIRECT", "summarize the second one");

        await new Talk(rooms, "DUDIRECT", isDirect: true).TellAsync(
            new PaperBot.Slack.Events.MessageEvent { Channel = "DUDIRECT", User = "UDIRECT", Text = "summarize the second one", Ts = ts, ChannelType = "im" });

        var second = rooms.Get<PaperStore>().Find(new PaperKey(Keys[1]))!.Title;
        Assert.StartsWith(second, rooms.Slack.Messages.Last(message => message.Channel == "DUDIRECT").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TalkBetweenPeople_InTheThread_IsLeftAlone()
    {
        var (talk, subscription, _) = Subscribed();
        await PostAsync(subscription, "d1");
        var thread = talk.Replies()[0].Ts;

        await talk.SayAsync("nice, let's discuss this at the meeting on friday", thread, "U5");
        await talk.SayAsync("sure, which room?", thread, "U6");

        Assert.Empty(talk.Replies(thread));
    }

    private (Talk Talk, Subscription Subscription, Desk Desk) Subscribed()
    {
        var talk = rooms.Talk();
        return (talk, Add(talk.Channel), new Desk(rooms, talk.Channel));
    }

    private Subscription Add(string place, string owner = "U1") => rooms.Get<SubscriptionStore>().Add(new Subscription(
        0, place, owner, new Interest(["fireflies"], [], [], []), new Timing("0 9 * * 1-5", "Europe/Berlin"), 5, 0.4, DateTimeOffset.UnixEpoch, Paused: null));

    private Task<PostOutcome> PostAsync(Subscription subscription, string id, bool mayBePosted = false)
    {
        var papers = rooms.Get<PaperStore>();
        var items = Keys.Select((key, i) => new DigestItem(papers.Find(new PaperKey(key))!, 0.9 - i * 0.1, "It counts.", "matches “fireflies”")).ToList();
        return rooms.Get<IDigestPost>().PostAsync(new Digest(id, subscription, TimeProvider.System.GetUtcNow(), items, 48), mayBePosted, CancellationToken.None);
    }
}
