using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Mentions;

namespace PaperBot.Tests.EndToEnd;

/// <summary>What people see when they talk to the bot in Slack.</summary>
[Collection(EndToEndTests.Name)]
public sealed class ConversationTests(PreparedLibrary library)
{
    private const string Question = "How does SPANN search a billion vectors?";

    [Fact]
    public async Task Mention_InAChannel_ShowsAStatusThenStreamsTheAnswer()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));

        var question = researcher.Mention(channel, Question);
        var answer = await bot.Workspace.WaitForAnswerAsync(question);

        Assert.Equal(StreamState.Completed, answer.Streaming);
        Assert.True(answer.Appended.Count > 1);
        Assert.Contains("Sources", answer.Buttons);
        var thread = bot.Workspace.AgentThread(channel, question.Ts);
        Assert.StartsWith("is looking", thread?.Statuses[0], StringComparison.Ordinal);
        Assert.Null(thread?.Status);
    }

    [Fact]
    public async Task Mention_RepeatedLateAndReordered_IsAnsweredOnce()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));
        (bot.Workspace.DeliveryFaults.RepeatChance, bot.Workspace.DeliveryFaults.LostAckChance) = (1, 0.5);
        (bot.Workspace.DeliveryFaults.DelayChance, bot.Workspace.DeliveryFaults.ReorderChance) = (0.5, 0.5);

        var questions = Enumerable.Range(0, 4).Select(_ => researcher.Mention(channel, Question)).ToList();
        foreach (var question in questions)
            await bot.Workspace.WaitForAnswerAsync(question);
        await bot.StopAsync();

        foreach (var question in questions)
            Assert.Single(bot.Workspace.Thread(channel, question.Ts), message => message.BotId == bot.Workspace.BotId);
    }

    [Fact]
    public async Task Thread_TalkBetweenPeople_IsLeftAlone()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, other) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddUser("colleague"));
        var channel = bot.Workspace.AddChannel("reading");
        var question = researcher.Mention(channel, Question);
        await bot.Workspace.WaitForAnswerAsync(question);

        other.Reply(question, "we tried that last year and it did not work");
        other.Reply(question, $"<@{researcher.Id}> did you merge the PR?");
        var last = researcher.Mention(channel, "summarize it", question.Ts);
        await bot.Workspace.WaitForAnswerAsync(last);
        await bot.StopAsync();

        Assert.Equal(2, bot.Workspace.Messages(channel).Count(message => message.BotId == bot.Workspace.BotId));
    }

    [Fact]
    public async Task Mention_InTheMiddleOfAThread_SpeaksOfThePaperLinkedThere()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, other) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddUser("colleague"));
        var channel = bot.Workspace.AddChannel("reading");
        var root = other.Say(channel, "Has anybody read <https://arxiv.org/abs/2111.08566>?");
        other.Reply(root, "It came up yesterday.");

        var question = researcher.Mention(channel, "summarize it", root.Ts);
        var answer = await bot.Workspace.WaitForAnswerAsync(question);

        Assert.Contains("SPANN", answer.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfAnAnsweredQuestion_IsNotAnsweredAgain()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));
        var question = researcher.Mention(channel, Question);
        await bot.Workspace.WaitForAnswerAsync(question);

        researcher.Edit(question, $"<@{bot.Workspace.BotUserId}> {Question} Please.");
        bot.Workspace.SayAsOtherBot(channel, $"<@{bot.Workspace.BotUserId}> {Question}");
        var later = researcher.Mention(channel, "help");
        await bot.Workspace.WaitForAnswerAsync(later);
        await bot.StopAsync();

        Assert.Equal(2, bot.Workspace.Messages(channel).Count(message => message.BotId == bot.Workspace.BotId));
    }

    [Fact]
    public async Task Channel_ForSomePeopleOnly_TellsOthersPrivatelyWhoSetIt()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, owner) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddUser("owner"));
        var channel = bot.Workspace.AddChannel("reading", members: [researcher, owner]);
        bot.Services.GetRequiredService<ChannelSettingsStore>().Save(
            new ChannelSettings(channel.Id, AnswerMode.Mentions, [owner.Id], [], owner.Id, default));

        researcher.Mention(channel, Question);
        var told = await bot.Workspace.WaitForEphemeralAsync(researcher);

        Assert.Contains($"<@{owner.Id}>", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
    }

    [Fact]
    public async Task Channel_OfQuestions_AnswersOneThatNamesNobody()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));
        bot.Services.GetRequiredService<ChannelSettingsStore>().Save(
            new ChannelSettings(channel.Id, AnswerMode.Questions, [], [], researcher.Id, default));

        researcher.Say(channel, "who wants coffee?");
        var question = researcher.Say(channel, "Which methods search a billion vectors with little memory?");
        await bot.Workspace.WaitForAnswerAsync(question);
        await bot.StopAsync();

        Assert.Single(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
    }

    [Fact]
    public async Task Agent_Opened_OffersPromptsThatAreAnswered()
    {
        var agent = RunningBot.Patient() with { Surface = AgentSurface.AgentView };
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, agent);
        var researcher = bot.Workspace.AddUser("researcher");

        researcher.OpenHome("messages");
        var offered = await bot.Workspace.WaitForAssistantAsync(researcher.DirectChannel, null, thread => thread.Prompts.Count > 0);
        foreach (var prompt in offered.Prompts)
        {
            var said = researcher.TakePrompt(prompt);
            var answer = await bot.Workspace.WaitForMessageAsync(
                researcher.DirectChannel, message => message.BotId == bot.Workspace.BotId && string.CompareOrdinal(message.Ts, said.Ts) > 0);
            Assert.DoesNotContain("something went wrong", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(4, offered.Prompts.Count);
    }

    [Fact]
    public async Task LegacyAssistant_Opened_OffersPromptsAndAnswersInTheThread()
    {
        var legacy = RunningBot.Patient() with { Surface = AgentSurface.AssistantView };
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, legacy);
        var researcher = bot.Workspace.AddUser("researcher");

        var thread = researcher.OpenHome("messages");
        await bot.Workspace.WaitForAssistantAsync(researcher.DirectChannel, thread, shown => shown.Prompts.Count > 0);
        var question = researcher.DirectMessage(Question, thread);
        var answer = await bot.Workspace.WaitForAnswerAsync(question);

        Assert.Equal(thread, answer.ThreadTs);
        Assert.Equal(Question, bot.Workspace.AgentThread(researcher.DirectChannel, thread)?.Title);
    }

    [Fact]
    public async Task Workspace_WithoutAssistantOrReactionScopes_AnswersAllTheSame()
    {
        var scopes = WorkspaceOptions.AllScopes.Except(["assistant:write", "reactions:write"]).ToHashSet();
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, RunningBot.Patient() with { Scopes = scopes });
        var (researcher, channel) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));

        await bot.Workspace.WaitForAnswerAsync(researcher.Mention(channel, Question));
    }

    [Fact]
    public async Task Invited_IntoAChannel_SaysHelloWithAnExampleThatIsAnswered()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading", withBot: false, members: researcher);

        bot.Workspace.Invite(channel, researcher);
        var hello = await bot.Workspace.WaitForMessageAsync(channel, message => message.BotId == bot.Workspace.BotId);

        Assert.Equal(2, hello.Text.Split('\n').Length);
    }

    [Fact]
    public async Task File_BesideAMention_IsNamedAsNotRead()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));

        var answer = await bot.Workspace.WaitForAnswerAsync(researcher.Mention(channel, "", files: FakeFile.Named("report.pdf", "%PDF")));

        Assert.Contains("“report.pdf” was not read", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mention_ThatFails_IsApologizedForWithTheReferenceThatTheLogHas()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));
        bot.Workspace.Faults.Next("chat.startStream", Fault.Error("something_new"));
        bot.Workspace.Faults.Next("chat.postMessage", Fault.Error("something_new"));

        var apology = await bot.Workspace.WaitForAnswerAsync(researcher.Mention(channel, Question));

        var reference = apology.Text.Split('`')[1];
        Assert.Contains(reference, bot.Log, StringComparison.Ordinal);
        Assert.Single(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
    }

    [Fact]
    public async Task Kicked_BeforeTheAnswer_ThePersonIsToldInTheDirectConversation()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));
        bot.Workspace.Faults.Next("chat.startStream", Fault.Error("not_in_channel"));
        bot.Workspace.Faults.Next("chat.postMessage", Fault.Error("not_in_channel"));

        researcher.Mention(channel, Question);
        var told = await bot.Workspace.WaitForMessageAsync(researcher.DirectChannel, message => message.BotId == bot.Workspace.BotId);

        Assert.Equal(UnreachableText.Of(channel.Id, "not_in_channel"), told.Text);
    }
}
