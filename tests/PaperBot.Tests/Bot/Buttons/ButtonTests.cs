using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Threads;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Tests.Bot.Buttons;

[Collection(BotRoomsTests.Name)]
public sealed class ButtonTests(BotRooms rooms)
{
    private const string Question = "How many insects does LanternNet count correctly?";
    private const string Quote = "On 214 hours of footage from river meadows, LanternNet counts 93% of the insects correctly.";

    [Fact]
    public async Task Sources_OfAPublicAnswer_AreShownToWhoClicks()
    {
        var (talk, answer) = await AnsweredAsync();

        var shown = Assert.Single(await new Desk(rooms, talk.Channel, "U2").ClickAsync(answer, ReplyButtons.Sources));

        Assert.Equal("ephemeral", shown.ResponseType);
        Assert.Equal(answer.Thread, shown.ThreadTs);
        Assert.Contains($"“{Quote}”", shown.Text, StringComparison.Ordinal);
        Assert.Single(talk.AllReplies);
    }

    [Fact]
    public async Task Sources_OfAReplyInAnotherChannel_AreNotShown()
    {
        var (_, answer) = await AnsweredAsync();

        var shown = Assert.Single(await new Desk(rooms, rooms.Talk().Channel, "U2").ClickAsync(answer, ReplyButtons.Sources));

        Assert.Contains("do not have this reply", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_OfAnothersPrivateReply_AreNotShown()
    {
        var channel = rooms.Talk().Channel;
        var mine = Assert.Single(await new Desk(rooms, channel).TypeAsync(Question));

        var shown = Assert.Single(await new Desk(rooms, channel, "U2").ClickAsync(mine, ReplyButtons.Sources));

        Assert.DoesNotContain("93%", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReplyButtons.Summarize, "TLDR: ")]
    [InlineData(ReplyButtons.Similar, "Papers like")]
    public async Task Request_OnAPublicAnswer_IsAnsweredInItsThread(string button, string said)
    {
        var (talk, answer) = await AnsweredAsync();
        var desk = new Desk(rooms, talk.Channel, "U2");

        await desk.ClickAsync(answer, button, delivery: $"{button}{talk.Channel}");
        await desk.ClickAsync(answer, button, delivery: $"{button}{talk.Channel}");

        var replies = talk.Replies(answer.Thread);
        Assert.Equal(2, replies.Count);
        Assert.Contains(said, replies[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReplyButtons.Summarize, "TLDR: ")]
    [InlineData(ReplyButtons.Similar, "Papers like")]
    [InlineData(ReplyButtons.BibTeX, "@misc{")]
    public async Task Request_OnAPrivateAnswer_StaysPrivate(string button, string said)
    {
        var channel = rooms.Talk().Channel;
        var desk = new Desk(rooms, channel);

        var shown = Assert.Single(await desk.ClickAsync(Assert.Single(await desk.TypeAsync(Question)), button));

        Assert.Contains(said, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rooms.Slack.Messages, message => message.Channel == channel);
    }

    [Fact]
    public async Task Show_OfAList_IsShownToWhoClicks()
    {
        var talk = rooms.Talk();
        var asked = await talk.SayAsync($"{Talk.Mention} search fireflies in night video");
        var list = Assert.Single(talk.Replies(asked));

        var shown = Assert.Single(await new Desk(rooms, talk.Channel).ClickAsync(list, ReplyButtons.Show));

        Assert.Contains("Counting fireflies by hand takes field biologists whole nights.", shown.Text, StringComparison.Ordinal);
        Assert.Single(talk.AllReplies);
    }

    [Fact]
    public async Task Compare_OfAList_OpensTheFormWithItsPapers()
    {
        var desk = new Desk(rooms, rooms.Talk().Channel);
        var opened = rooms.Slack.Opened.Count;

        await desk.ClickAsync(Assert.Single(await desk.TypeAsync("search fireflies")), ReplyButtons.Compare);

        var form = Assert.IsType<ModalView>(Assert.Single(rooms.Slack.Opened.Skip(opened)));
        Assert.Contains("2206.01001", SlackGolden.Json(form.Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_IsKeptAndThankedForAndMayChange()
    {
        var (talk, answer) = await AnsweredAsync();
        var desk = new Desk(rooms, talk.Channel, "U2");
        var before = rooms.Get<FeedbackStore>().Totals();

        var up = Assert.Single(await desk.ClickAsync(answer, ReplyButtons.Feedback));
        var after = rooms.Get<FeedbackStore>().Totals();
        var down = Assert.Single(await desk.ClickAsync(answer, ReplyButtons.Feedback + ":down"));
        var changed = rooms.Get<FeedbackStore>().Totals();

        Assert.Equal((before.Helpful + 1, before.Unhelpful), after);
        Assert.Equal((before.Helpful, before.Unhelpful + 1), changed);
        Assert.StartsWith("Thank you", up.Text, StringComparison.Ordinal);
        Assert.Contains("What was missing?", down.Text, StringComparison.Ordinal);
        Assert.Equal(("ephemeral", answer.Thread), (down.ResponseType, down.ThreadTs));
        Assert.Single(talk.AllReplies);
    }

    [Theory]
    [InlineData("helpful:nothing")]
    [InlineData("reply:")]
    [InlineData("anything else")]
    public async Task Feedback_OnWhatWasNeverSaid_IsNotKept(string value)
    {
        var before = rooms.Get<FeedbackStore>().Totals();
        IReadOnlyList<Block> forged = [ReplyButtons.Row(new Button { ActionId = ReplyButtons.Feedback, Text = "x", Value = value })];

        var shown = Assert.Single(await new Desk(rooms, rooms.Talk().Channel).ClickAsync(forged, ReplyButtons.Feedback, new PayloadContainer { MessageTs = "1.2" }));

        Assert.Equal(before, rooms.Get<FeedbackStore>().Totals());
        Assert.Contains("do not have this reply", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_PostsItOnceInThePersonsNameAndSaysSo()
    {
        var talk = rooms.Talk();
        var desk = new Desk(rooms, talk.Channel);
        var mine = Assert.Single(await desk.TypeAsync(Question));

        var told = Assert.Single(await desk.ClickAsync(mine, ReplyButtons.Share));
        await desk.ClickAsync(mine, ReplyButtons.Share);

        var shared = Assert.Single(talk.Replies());
        Assert.Equal(("Shared.", true), (told.Text, told.ReplaceOriginal));
        Assert.StartsWith($"Asked by <@U1>: {Question}\n", shared.Text, StringComparison.Ordinal);
        Assert.True(rooms.Get<ThreadStore>().IsJoined(talk.Channel, shared.Ts));
    }

    [Fact]
    public async Task Share_ThenAnotherClicksSources_SeesThem()
    {
        var talk = rooms.Talk();
        var desk = new Desk(rooms, talk.Channel);
        await desk.ClickAsync(Assert.Single(await desk.TypeAsync(Question)), ReplyButtons.Share);

        var shown = Assert.Single(await new Desk(rooms, talk.Channel, "U2").ClickAsync(Assert.Single(talk.Replies()), ReplyButtons.Sources));

        Assert.Contains(Quote, shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_ThenAFollowUpInItsThread_IsUnderstood()
    {
        var talk = rooms.Talk();
        var desk = new Desk(rooms, talk.Channel);
        await desk.ClickAsync(Assert.Single(await desk.TypeAsync(Question)), ReplyButtons.Share);
        var shared = Assert.Single(talk.Replies());

        await talk.SayAsync("who wrote it?", shared.Ts, user: "U2");

        Assert.Contains("Mara Quill", Assert.Single(talk.Replies(shared.Ts)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_OfAnothersReply_IsRefused()
    {
        var talk = rooms.Talk();
        var mine = Assert.Single(await new Desk(rooms, talk.Channel).TypeAsync(Question));

        await new Desk(rooms, talk.Channel, "U2").ClickAsync(mine, ReplyButtons.Share);

        Assert.Empty(talk.AllReplies);
    }

    [Fact]
    public async Task Share_WhereTheBotIsNoMember_SaysHowToInviteIt()
    {
        var talk = rooms.Talk();
        var desk = new Desk(rooms, talk.Channel);
        var mine = Assert.Single(await desk.TypeAsync(Question));
        rooms.Slack.Fault = (method, _, _) => method == "chat.postMessage" ? new SlackException("not_in_channel", method) : null;

        var told = Assert.Single(await desk.ClickAsync(mine, ReplyButtons.Share));
        rooms.Slack.Fault = (_, _, _) => null;
        await desk.ClickAsync(mine, ReplyButtons.Share);

        Assert.Contains($"`/invite` <@{MemorySlack.Self}>", told.Text, StringComparison.Ordinal);
        Assert.Single(talk.AllReplies);
    }

    [Fact]
    public async Task Export_AskedForInAThread_IsAFileThere()
    {
        var talk = rooms.Talk();

        var asked = await talk.SayAsync($"{Talk.Mention} export csv fireflies");

        var file = Assert.Single(rooms.Slack.Uploads, upload => upload.Channel == talk.Channel);
        Assert.Equal(asked, file.ThreadTs);
        Assert.Contains("as CSV", talk.Replies(asked)[0].Text, StringComparison.Ordinal);
    }

    private async Task<(Talk Talk, MemorySlack.Kept Answer)> AnsweredAsync()
    {
        var talk = rooms.Talk();
        var asked = await talk.SayAsync($"{Talk.Mention} {Question}");
        return (talk, Assert.Single(talk.Replies(asked)));
    }
}
