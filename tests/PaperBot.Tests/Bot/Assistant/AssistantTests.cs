using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Answering.Conversations;
using PaperBot.Bot.Assistant;
using PaperBot.Bot.Channels;
using PaperBot.Slack;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Tests.Bot.Assistant;

[Collection(BotRoomsTests.Name)]
public sealed class AssistantTests(BotRooms rooms)
{
    private static readonly Delivery Delivery = new("Ev1", "T1", DateTimeOffset.UnixEpoch, 1);

    [Fact]
    public async Task Prompts_OfALibrary_AllWork()
    {
        var prompts = await rooms.Get<ExamplePrompts>().MakeAsync(CancellationToken.None);

        Assert.Equal(4, prompts.Count);
        foreach (var prompt in prompts)
            switch (rooms.Get<Understand>().Of(prompt.Message, []))
            {
                case Understood.AskQuestion question:
                    Assert.Null((await rooms.Get<Ask>().AnswerAsync(question.StandaloneQuestion, CancellationToken.None)).Refusal);
                    break;
                case var understood:
                    var works = understood is Understood.SmallTalk { Kind: SmallTalkKind.Help } or Understood.SummarizePapers
                        or Understood.ComparePapers or Understood.SimilarTo;
                    Assert.True(works, prompt.Message);
                    break;
            }
    }

    [Fact]
    public async Task Opened_Agent_OffersPromptsWithoutAThread()
    {
        await OpenAsync(new AppHomeOpened { User = "U1", Channel = "DAGENT", Tab = "messages" });

        Assert.Null(Assert.Single(rooms.Slack.Prompts, prompts => prompts.Channel == "DAGENT").Thread);
    }

    [Fact]
    public async Task Opened_HomeTab_OffersNothing()
    {
        await OpenAsync(new AppHomeOpened { User = "U1", Channel = "DHOME", Tab = "home" });

        Assert.DoesNotContain(rooms.Slack.Prompts, prompts => prompts.Channel == "DHOME");
    }

    [Fact]
    public async Task Started_LegacyAssistant_OffersPromptsInItsThread()
    {
        var thread = new AssistantThread { UserId = "U1", ChannelId = "DLEGACY", ThreadTs = "1.0" };

        await OpenAsync(new AssistantThreadStarted { AssistantThread = thread });

        Assert.Equal("1.0", Assert.Single(rooms.Slack.Prompts, prompts => prompts.Channel == "DLEGACY").Thread);
    }

    [Theory]
    [InlineData("unknown_method")]
    [InlineData("missing_scope")]
    public async Task Answer_WithoutDecoration_IsGivenAllTheSame(string code)
    {
        var talk = rooms.Talk();
        rooms.Slack.Fault = (method, _, _) =>
            method.StartsWith("assistant.", StringComparison.Ordinal) || method == "reactions.add" ? new SlackException(code, method) : null;
        try
        {
            var asked = await talk.SayAsync($"{Talk.Mention} How many insects does LanternNet count correctly?");

            Assert.Contains("93%", Assert.Single(talk.Replies(asked)).Text, StringComparison.Ordinal);
        }
        finally
        {
            rooms.Slack.Fault = (_, _, _) => null;
        }
    }

    [Fact]
    public async Task Joined_AChannel_SaysHelloOnceWithAnExample()
    {
        var talk = rooms.Talk();
        foreach (var user in (string[])[MemorySlack.Self, MemorySlack.Self, "U2"])
            await ActivatorUtilities.CreateInstance<Greeting>(rooms.Get<IServiceProvider>())
                .HandleAsync(new MemberJoinedChannel { User = user, Channel = talk.Channel }, Delivery, CancellationToken.None);

        var lines = Assert.Single(talk.Replies()).Text.Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"For example: {Talk.Mention} ", lines[1], StringComparison.Ordinal);
    }

    private Task OpenAsync(SlackEvent opened)
    {
        var handler = ActivatorUtilities.CreateInstance<AssistantOpened>(rooms.Get<IServiceProvider>());
        return opened switch
        {
            AppHomeOpened home => handler.HandleAsync(home, Delivery, CancellationToken.None),
            AssistantThreadStarted started => handler.HandleAsync(started, Delivery, CancellationToken.None),
            _ => throw new ArgumentOutOfRangeException(nameof(opened)),
        };
    }
}
