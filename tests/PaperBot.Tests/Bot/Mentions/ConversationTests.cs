using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Slack;
using PaperBot.Slack.Events;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Bot.Mentions;

[Collection(BotRoomsTests.Name)]
public sealed class ConversationTests(BotRooms rooms)
{
    private const string Question = "How many insects does LanternNet count correctly?";

    [Fact]
    public async Task Mention_InAChannel_IsAnsweredOnceInItsThread()
    {
        var talk = rooms.Talk();

        var asked = await talk.SayAsync($"{Talk.Mention} {Question}");

        Assert.Contains("93%", Assert.Single(talk.Replies(asked)).Text, StringComparison.Ordinal);
        Assert.Single(talk.AllReplies);
        Assert.Equal(DecisionOutcome.Answered, Decided(talk, asked));
    }

    [Fact]
    public async Task Mention_NotInTheLibrary_IsRefusedInItsThread()
    {
        var talk = rooms.Talk();

        var asked = await talk.SayAsync($"{Talk.Mention} What is the battery life of the iPhone 15?");

        Assert.Single(talk.Replies(asked));
        Assert.Equal(DecisionOutcome.Refused, Decided(talk, asked));
    }

    [Fact]
    public async Task Mention_WithoutText_GetsShortHelp()
    {
        var talk = rooms.Talk();

        var asked = await talk.SayAsync(Talk.Mention);

        Assert.Contains("help", Assert.Single(talk.Replies(asked)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mention_WithAFileOnly_NamesTheFileAsNotRead()
    {
        var talk = rooms.Talk();

        var asked = await talk.SayAsync(Talk.Mention, files: new SharedFile { Id = "F1", Name = "re*port*.pdf" });

        var text = Assert.Single(talk.Replies(asked)).Text;
        Assert.StartsWith("I cannot read files yet, so “re*port*.pdf” was not read.", text, StringComparison.Ordinal);
        Assert.Equal(DecisionOutcome.FileOnly, Decided(talk, asked));
    }

    [Fact]
    public async Task Mention_WithAFileBesideAQuestion_IsAnsweredWithANote()
    {
        var talk = rooms.Talk();

        var asked = await talk.SayAsync($"{Talk.Mention} {Question}", files: new SharedFile { Id = "F1", Name = "notes.pdf" });

        var reply = Assert.Single(talk.Replies(asked));
        Assert.Contains("93%", reply.Text, StringComparison.Ordinal);
        Assert.Contains("notes.pdf", System.Text.Json.JsonSerializer.Serialize<object>(reply.Blocks[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUp_InAJoinedThread_NeedsNoMentionAndIsUnderstoodWithTheThread()
    {
        var talk = rooms.Talk();
        var asked = await talk.SayAsync($"{Talk.Mention} {Question}");

        await talk.SayAsync("who wrote it?", asked);

        Assert.Equal(2, talk.Replies(asked).Count);
        Assert.Contains("Mara Quill", talk.Replies(asked)[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show me the sources", "On 214 hours of footage")]
    [InlineData("bibtex please", "1 paper as BibTeX")]
    [InlineData("export bibtex fireflies", "bib")]
    public async Task FollowUp_ThatAsksForSomethingElse_GetsIt(string text, string expected)
    {
        var talk = rooms.Talk();
        var asked = await talk.SayAsync($"{Talk.Mention} {Question}");

        await talk.SayAsync($"{Talk.Mention} {text}", asked);

        Assert.Contains(talk.Replies(asked).Skip(1), reply => Shown(reply).Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("thanks!")]
    [InlineData("Bob, did you push the fix?")]
    [InlineData("<@U2> is this the one we cite?")]
    [InlineData("we should try that in our pipeline")]
    public async Task FollowUp_TalkBetweenPeople_IsLeftAlone(string text)
    {
        var talk = rooms.Talk();
        var asked = await talk.SayAsync($"{Talk.Mention} {Question}");

        var said = await talk.SayAsync(text, asked);

        Assert.Single(talk.AllReplies);
        Assert.Equal(DecisionOutcome.LeftAlone, Decided(talk, said));
    }

    [Fact]
    public async Task Message_WithoutMention_IsNotOurs()
    {
        var talk = rooms.Talk();

        var said = await talk.SayAsync(Question);

        Assert.Empty(talk.AllReplies);
        Assert.Null(rooms.Get<DecisionStore>().Find(talk.Channel, said));
    }

    [Fact]
    public async Task Message_InAChannelOfQuestions_IsAnsweredWhenItAsksAboutPapers()
    {
        var talk = rooms.Talk();
        rooms.Get<ChannelSettingsStore>().Save(new ChannelSettings(talk.Channel, AnswerMode.Questions, [], [], "U9", default));

        var asked = await talk.SayAsync("Which methods exist for nearest neighbour search on microcontrollers?");
        await talk.SayAsync("who wants coffee?");

        Assert.Single(talk.Replies(asked));
        Assert.Single(talk.AllReplies);
    }

    [Fact]
    public async Task Mention_InTheMiddleOfAThread_ReadsTheThreadFirst()
    {
        var talk = rooms.Talk();
        var first = await talk.SayAsync("Has anybody read <https://arxiv.org/abs/2303.01004>?", user: "U2");
        await talk.SayAsync("not yet", first, "U3");

        await talk.SayAsync($"{Talk.Mention} how much memory does it need?", first);

        Assert.Contains("two kilobytes", Assert.Single(talk.Replies(first)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Direct_OutsideOfThreads_IsAnsweredThereAndGoesOn()
    {
        var talk = rooms.Talk(isDirect: true);

        await talk.SayAsync(Question);
        await talk.SayAsync("who wrote it?");

        Assert.Equal(2, talk.Replies().Count);
        Assert.Contains("Mara Quill", talk.Replies()[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Direct_InAThread_IsAnsweredInIt()
    {
        var talk = rooms.Talk(isDirect: true);
        var root = await talk.SayAsync("hello");

        await talk.SayAsync(Question, root);

        Assert.Contains("93%", Assert.Single(talk.Replies(root)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_KeepTheirContextApart()
    {
        var talk = rooms.Talk();
        await talk.SayAsync($"{Talk.Mention} {Question}");

        var elsewhere = await talk.SayAsync($"{Talk.Mention} who wrote it?");

        Assert.DoesNotContain("Mara Quill", Assert.Single(talk.Replies(elsewhere)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mention_ByOneWhoMayNotAsk_IsToldPrivatelyWhoSetIt()
    {
        var talk = rooms.Talk();
        rooms.Get<ChannelSettingsStore>().Save(new ChannelSettings(talk.Channel, AnswerMode.Mentions, ["U7"], [], "U9", default));

        var asked = await talk.SayAsync($"{Talk.Mention} {Question}");

        Assert.Empty(talk.AllReplies);
        var told = Assert.Single(rooms.Slack.Ephemeral, told => told.Message.Channel == talk.Channel);
        Assert.Equal("U1", told.User);
        Assert.Contains("<@U9>", told.Message.Text, StringComparison.Ordinal);
        Assert.Equal(DecisionOutcome.NotAllowed, Decided(talk, asked));
    }

    [Fact]
    public async Task Messages_OfAppsAndOfTheBotItself_StartNoAnswer()
    {
        var talk = rooms.Talk(isDirect: true);
        var said = new MessageEvent { Channel = talk.Channel, User = "U1", Text = Question, Ts = "1.1", ChannelType = "im" };

        await talk.TellAsync(said with { BotId = "BOTHER" });
        await talk.TellAsync(said with { User = MemorySlack.Self });
        await talk.TellAsync(said with { Subtype = "bot_message", User = null });
        await talk.TellAsync(said with { Subtype = "message_changed" });
        await talk.TellAsync(said with { Subtype = "message_deleted", DeletedTs = "1.1" });
        var mention = new AppMention { Channel = talk.Channel, User = "U1", Text = $"{Talk.Mention} {Question}", Ts = "1.2" };
        await talk.TellAsync(mention with { BotId = "BOTHER" });

        Assert.Empty(talk.AllReplies);
    }

    [Fact]
    public async Task Mention_EditedAfterTheAnswer_IsNotAnsweredAgain()
    {
        var talk = rooms.Talk();
        var asked = await talk.SayAsync($"{Talk.Mention} {Question}");

        await talk.TellAsync(new AppMention
        {
            Channel = talk.Channel,
            User = "U1",
            Text = $"{Talk.Mention} {Question}!",
            Ts = asked,
            Edited = System.Text.Json.JsonSerializer.SerializeToElement(new { ts = "2.0" }),
        });

        Assert.Single(talk.AllReplies);
    }

    [Fact]
    public async Task FollowUp_TakenBeforeTheProcessEnded_IsAnsweredWhateverWasSaidSince()
    {
        var talk = rooms.Talk();
        var said = new MessageEvent { Channel = talk.Channel, User = "U1", Text = Question, Ts = "5.0", ThreadTs = "4.0", ChannelType = "channel" };
        rooms.Get<DecisionStore>().Note("U1", talk.Channel, said.Ts, DecisionOutcome.Taken);

        await talk.TellAsync(said);

        Assert.Single(talk.Replies("4.0"));
    }

    [Fact]
    public async Task Mention_ThatFails_IsApologizedForOnceWithTheReference()
    {
        var talk = rooms.Talk();
        var fail = true;
        rooms.Slack.Fault = (method, _, landed) =>
        {
            if (method is not ("chat.startStream" or "chat.postMessage") || landed || !fail)
                return null;
            fail = method == "chat.startStream";
            return new SlackException("something_new", method);
        };
        try
        {
            var asked = await talk.SayAsync($"{Talk.Mention} {Question}");

            Assert.Contains("`REF123`", Assert.Single(talk.Replies(asked)).Text, StringComparison.Ordinal);
            Assert.Equal("REF123", rooms.Get<DecisionStore>().Find(talk.Channel, asked)?.Reason);
        }
        finally
        {
            rooms.Slack.Fault = (_, _, _) => null;
        }
    }

    [Fact]
    public async Task Mention_InAnArchivedChannel_IsToldInTheDirectConversation()
    {
        var talk = rooms.Talk();
        var archived = true;
        rooms.Slack.Fault = (method, _, landed) =>
        {
            if (method == "conversations.open")
                archived = false;
            return !landed && archived && method.StartsWith("chat.", StringComparison.Ordinal) ? new SlackException("is_archived", method) : null;
        };
        try
        {
            var asked = await talk.SayAsync($"{Talk.Mention} {Question}", user: "UARCHIVED");

            var told = Assert.Single(rooms.Slack.Messages, message => message.Channel == "DUARCHIVED");
            Assert.Contains("archived", told.Text, StringComparison.Ordinal);
            Assert.Equal(DecisionOutcome.Unreachable, Decided(talk, asked));
        }
        finally
        {
            rooms.Slack.Fault = (_, _, _) => null;
        }
    }

    private static string Shown(MemorySlack.Kept reply) =>
        reply.Text + reply.File + string.Concat(reply.Blocks.Select(block => System.Text.Json.JsonSerializer.Serialize<object>(block)));

    private DecisionOutcome? Decided(Talk talk, string message) => rooms.Get<DecisionStore>().Find(talk.Channel, message)?.Outcome;
}
