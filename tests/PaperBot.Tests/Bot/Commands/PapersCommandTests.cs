using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Slack.Blocks;

namespace PaperBot.Tests.Bot.Commands;

[Collection(BotRoomsTests.Name)]
public sealed class PapersCommandTests(BotRooms rooms)
{
    private const string Question = "How many insects does LanternNet count correctly?";

    [Theory]
    [InlineData("How many insects does LanternNet count correctly?", "93%")]
    [InlineData("ask How many insects does LanternNet count correctly?", "93%")]
    [InlineData("search fireflies", "LanternNet")]
    [InlineData("summarize 2206.01001", "TLDR: ")]
    [InlineData("compare 2206.01001 2109.01003", "Results: [1] ")]
    [InlineData("compare 2206.01001 2109.01003 on: memory", "Memory: [1] ")]
    [InlineData("similar 2206.01001", "Papers like")]
    [InlineData("show \"bread dough\"", "A Survey of Models of Bread Dough")]
    [InlineData("show 2007.01006", "This survey compares 61 models")]
    [InlineData("export bibtex fireflies", "as BibTeX")]
    [InlineData("status", "in the library")]
    [InlineData("help", "/papers compare")]
    [InlineData("serach fireflies", "`/papers search fireflies`")]
    [InlineData("compare 2206.01001", "`/papers compare 2009.10819 2001.09769 on: memory, cost`")]
    [InlineData("show 2201.99999", "arxiv:2201.99999 is not in the library")]
    [InlineData("show \"no such title anywhere\"", "has “no such title anywhere” in its title")]
    [InlineData("search since:yesterday", "since: takes a date")]
    [InlineData("What is the battery life of the iPhone 15?", "nearest papers")]
    public async Task Typed_IsAnsweredToThePersonAlone(string text, string said)
    {
        var channel = rooms.Talk().Channel;

        var shown = Assert.Single(await new Desk(rooms, channel).TypeAsync(text));

        Assert.Equal("ephemeral", shown.ResponseType);
        Assert.Contains(said, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rooms.Slack.Messages, message => message.Channel == channel);
    }

    [Fact]
    public async Task Ask_ReplyIsKeptWithTheQuestion()
    {
        var channel = rooms.Talk().Channel;

        await new Desk(rooms, channel, "U7").TypeAsync($"ask {Question}");

        var saved = Assert.Single(rooms.Get<ReplyStore>().OfPerson("U7", 10));
        Assert.Equal((ReplyKind.Answer, ReplyState.Sent, true, $"ask {Question}"), (saved.Reply.Kind, saved.State, saved.Place.IsPrivate, saved.Request));
        Assert.Contains(saved.Reply.Statements, statement => statement.Quotes.Count > 0);
        Assert.Empty(rooms.Get<ReplyStore>().InThread(channel, "", 10));
    }

    [Fact]
    public async Task Ask_DeliveredAgain_IsShownOnce()
    {
        var desk = new Desk(rooms, rooms.Talk().Channel);
        await desk.TypeAsync(Question, delivery: "again-1");

        Assert.Empty(await desk.TypeAsync(Question, delivery: "again-1"));
    }

    [Fact]
    public async Task Ask_InADirectConversation_OffersNoSharing()
    {
        var shown = Assert.Single(await new Desk(rooms, rooms.Talk(isDirect: true).Channel).TypeAsync(Question));

        Assert.DoesNotContain(Desk.Buttons(shown.Blocks!), button => button.Action == ReplyButtons.Share);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("status")]
    [InlineData("show 2201.99999")]
    public async Task Help_IsNothingToShare(string text)
    {
        var shown = Assert.Single(await new Desk(rooms, rooms.Talk().Channel).TypeAsync(text));

        Assert.DoesNotContain(Desk.Buttons(shown.Blocks!), button => button.Action == ReplyButtons.Share);
    }

    [Fact]
    public async Task Typed_ByWhomTheChannelKeepsOut_IsToldSo()
    {
        var channel = rooms.Talk().Channel;
        rooms.Get<ChannelSettingsStore>().Save(ChannelSettings.Usual(channel) with { People = ["U2"], ChangedBy = "U2" });

        var shown = Assert.Single(await new Desk(rooms, channel, "U8").TypeAsync(Question));

        Assert.Contains("only some people", shown.Text, StringComparison.Ordinal);
        Assert.Equal(DecisionOutcome.NotAllowed, Assert.Single(rooms.Get<DecisionStore>().OfPerson("U8", 10)).Outcome);
        Assert.Contains("93%", Assert.Single(await new Desk(rooms, channel, "U2").TypeAsync(Question)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many insects does LanternNet count correctly?")]
    [InlineData("search fireflies")]
    [InlineData("export bibtex fireflies")]
    public async Task Typed_InAChannelOfOtherCategories_FindsNothingElse(string text)
    {
        var channel = rooms.Talk().Channel;
        rooms.Get<ChannelSettingsStore>().Save(ChannelSettings.Usual(channel) with { Categories = ["math.OC"] });

        var shown = Assert.Single(await new Desk(rooms, channel).TypeAsync(text));

        Assert.DoesNotContain("2206.01001", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_PastedBibTeX_IsStoredAndFoundByMeaningAtOnce()
    {
        var desk = new Desk(rooms, rooms.Talk().Channel);
        const string record = "@misc{otters, title = {Juggling in sea otters}, author = {Rae Wade}, year = {2020}, "
            + "abstract = {Hungry sea otters juggle stones. We filmed twelve of them in a zoo.}, url = {<https://example.org/otters>}}";

        var added = Assert.Single(await desk.TypeAsync($"add {record}"));
        var again = Assert.Single(await desk.TypeAsync($"add ```{record}```"));
        var asked = Assert.Single(await desk.TypeAsync("What do hungry sea otters juggle?"));

        Assert.Contains("1 paper: 1 added.", added.Text, StringComparison.Ordinal);
        Assert.Contains("1 paper: 1 known already.", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("for now", added.Text, StringComparison.Ordinal);
        Assert.Contains("juggle stones. [1]", asked.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add 2206.01001", "in the library already")]
    [InlineData("add https://example.org/otters.pdf", "names no paper or source that I can fetch from")]
    [InlineData("add folder:/etc", "A folder is read only where whoever runs me listed it.")]
    [InlineData("add FOLDER: /srv/papers", "A folder is read only where whoever runs me listed it.")]
    [InlineData("add zotero:", "Zotero needs the number of a library")]
    [InlineData("add doi:otters", "A DOI begins with 10.")]
    [InlineData("add arxiv:", "arXiv was asked for nothing.")]
    [InlineData("add @misc{a, author = {Nobody}}", "No paper could be read from this.")]
    [InlineData("add PMID- 123\nTI  - Something", "I take BibTeX records and JSON Lines")]
    public async Task Add_WhatCannotBeTaken_SaysHow(string text, string said) =>
        Assert.Contains(said, Assert.Single(await new Desk(rooms, rooms.Talk().Channel).TypeAsync(text)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Export_AsATable_IsAFileInTheirDirectMessages()
    {
        var shown = Assert.Single(await new Desk(rooms, rooms.Talk().Channel, "U9").TypeAsync("export csv"));

        var file = Assert.Single(rooms.Slack.Uploads, upload => upload.Channel == "DU9");
        Assert.Contains("I sent you the file", shown.Text, StringComparison.Ordinal);
        Assert.Equal("papers.csv", file.FileName);
        Assert.StartsWith("key,title", System.Text.Encoding.UTF8.GetString(file.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ShowMore_GoesOn()
    {
        var desk = new Desk(rooms, rooms.Talk().Channel);
        var first = Assert.Single(await desk.TypeAsync("search model"));

        var next = Assert.Single(await desk.ClickAsync(first, ReplyButtons.More));

        Assert.Contains("\n6. ", first.Text, StringComparison.Ordinal);
        Assert.Contains("\n7. ", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n6. ", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_BlocksAreWhatIsKept()
    {
        var channel = rooms.Talk().Channel;
        var shown = Assert.Single(await new Desk(rooms, channel, "U10").TypeAsync(Question));

        var saved = Assert.Single(rooms.Get<ReplyStore>().OfPerson("U10", 1));

        Assert.Contains(SlackGolden.Json(saved.Reply.Blocks)[1..^1].Trim()[..200], SlackGolden.Json(shown.Blocks!), StringComparison.Ordinal);
        Assert.IsType<ContextBlock>(shown.Blocks![0]);
    }

    [Fact]
    public async Task Ask_TakesLongerThanASecond_IsToldSoAndThenReplaced()
    {
        var desk = new Desk(rooms, rooms.Talk().Channel) { Time = new SecondsPass() };

        var shown = await desk.TypeAsync(Question);

        Assert.Equal(["Looking through the library…", "You asked:"], shown.Select(message => message.Text[..Math.Min(28, message.Text.Length)].Split(" How")[0]));
        Assert.Equal([false, true], shown.Select(message => message.ReplaceOriginal));
    }

    /// <summary>Every wait is over before whoever waits can go on.</summary>
    private sealed class SecondsPass : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
