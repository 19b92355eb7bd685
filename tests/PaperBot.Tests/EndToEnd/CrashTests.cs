using FakeSlack;

namespace PaperBot.Tests.EndToEnd;

/// <summary>What a person sees when Slack's answers are lost, or the bot is stopped in the middle of its own.</summary>
[Collection(EndToEndTests.Name)]
public sealed class CrashTests(PreparedLibrary library)
{
    private const string Question = "How does SPANN search a billion vectors?";

    // What is begun is given up at once, as when a process ends.
    private static readonly Dictionary<string, string?> Hasty = new() { ["Host:DrainSeconds"] = "1" };

    [Fact]
    public async Task Stopped_WhileTheAnswerStreams_TheSameMessageIsFinishedAfterTheStart()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, settings: Hasty);
        var (researcher, channel) = People(bot);
        bot.Workspace.Faults.Next("chat.appendStream", Fault.Hang());

        var question = researcher.Mention(channel, Question);
        var begun = await bot.Workspace.WaitForMessageAsync(channel, message => message.Streaming == StreamState.InProgress, question.Ts);
        await bot.StopAsync();
        bot.Workspace.Faults.Clear();
        await bot.StartAsync();
        var answer = await bot.Workspace.WaitForAnswerAsync(question);

        Assert.Equal(begun.Ts, answer.Ts);
        await SaidOnceAsync(bot, channel);
    }

    [Fact]
    public async Task Stopped_BeforeTheAnswerIsSent_ItIsAnsweredAfterTheStart()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, settings: Hasty);
        var researcher = bot.Workspace.AddUser("researcher");
        bot.Workspace.Faults.Always("chat.postMessage", Fault.Hang());

        var question = researcher.DirectMessage(Question);
        await bot.Workspace.WaitForDeliveryAsync(delivery => delivery.Type == "message");
        await bot.StopAsync();
        bot.Workspace.Faults.Clear();
        await bot.StartAsync();
        await bot.Workspace.WaitForMessageAsync(researcher.DirectChannel, message => message.BotId == bot.Workspace.BotId);

        await SaidOnceAsync(bot, researcher.DirectChannel);
    }

    [Theory]
    [InlineData("chat.startStream")]
    [InlineData("chat.appendStream")]
    [InlineData("chat.stopStream")]
    public async Task AnswerLost_WhileStreaming_IsSaidOnce(string method)
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = People(bot);
        bot.Workspace.Faults.Next(method, Fault.DropAfter());

        var question = researcher.Mention(channel, Question);
        await bot.Workspace.WaitForAnswerAsync(question, message => message.Metadata is not null);

        await SaidOnceAsync(bot, channel);
    }

    [Fact]
    public async Task AnswerLost_OfAWholeMessage_IsSaidOnce()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        bot.Workspace.Faults.Next("chat.postMessage", Fault.DropAfter());

        researcher.DirectMessage(Question);
        await bot.Workspace.WaitForMessageAsync(researcher.DirectChannel, message => message.BotId == bot.Workspace.BotId);

        await SaidOnceAsync(bot, researcher.DirectChannel);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Stream_NotTaken_IsPostedWhole(int status)
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (researcher, channel) = People(bot);
        bot.Workspace.Faults.Next("chat.startStream", status == 429 ? Fault.RateLimited(TimeSpan.FromSeconds(1)) : Fault.ServerError(status));

        var question = researcher.Mention(channel, Question);
        var answer = await bot.Workspace.WaitForAnswerAsync(question);

        Assert.Equal(StreamState.None, answer.Streaming);
        await SaidOnceAsync(bot, channel);
    }

    [Fact]
    public async Task Stream_ThatDied_IsFinishedInTheSameMessage()
    {
        var shortLived = RunningBot.Patient() with { StreamLifetime = TimeSpan.Zero };
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, shortLived);
        var (researcher, channel) = People(bot);

        var question = researcher.Mention(channel, Question);
        var answer = await bot.Workspace.WaitForMessageAsync(channel, message => message.Metadata is not null, question.Ts);

        Assert.Contains("Sources", answer.Buttons);
        await SaidOnceAsync(bot, channel);
    }

    private static (FakeUser Researcher, FakeChannel Channel) People(RunningBot bot) =>
        (bot.Workspace.AddUser("researcher"), bot.Workspace.AddChannel("reading"));

    /// <summary>When all is done, there is one answer, and it is whole.</summary>
    private static async Task SaidOnceAsync(RunningBot bot, FakeChannel channel)
    {
        await bot.StopAsync();
        var answer = Assert.Single(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
        Assert.Contains("SPANN", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Sources", answer.Buttons);
        Assert.NotNull(answer.Metadata);
    }
}
