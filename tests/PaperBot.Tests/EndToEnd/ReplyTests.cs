using FakeSlack;

namespace PaperBot.Tests.EndToEnd;

/// <summary>What a command says, and what the buttons under it do, as people see it: a workspace that refuses what Slack refuses.</summary>
[Collection(EndToEndTests.Name)]
public sealed class ReplyTests(PreparedLibrary library)
{
    private const string Question = "How does SPANN search a billion vectors?";

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Command_EachKind_IsAnsweredToThePersonAlone(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        foreach (var (typed, seen) in new[]
        {
            ("search nearest neighbor search", "SPANN"),
            ("summarize 2111.08566", "TLDR"),
            ("compare 2009.10819 2001.09769 2111.08566", "Problem"),
            ("compare 2009.10819 2001.09769 on: memory, training cost", "Training cost"),
            ("similar 2111.08566", "Papers like"),
            ("show spann", "arxiv:2111.08566"),
            ("export bibtex spann", "as BibTeX"),
            ("status", "in the library, from"),
            ("help", "/papers compare"),
            ("serach nearest neighbor", "did you mean “search”?"),
            ("What is the battery life of the iPhone 15?", "nearest papers"),
        })
        {
            await researcher.CommandAsync(channel, "/papers", typed);
            var answer = await bot.Workspace.WaitForEphemeralAsync(
                researcher,
                message => message.Text.StartsWith($"You asked: {typed.Split(' ')[0]}", StringComparison.Ordinal)
                    && message.Shown.Contains(seen, StringComparison.Ordinal));
            Assert.Equal(channel.Id, answer.Channel);
        }

        Assert.DoesNotContain(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
        Assert.All(bot.Workspace.Calls, call => Assert.Null(call.Error));
    }

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Share_PostsTheReplyOnceInThePersonsName(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var (researcher, colleague) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddUser("colleague"));
        var channel = bot.Workspace.AddChannel("reading");
        await researcher.CommandAsync(channel, "/papers", Question);
        var answer = await bot.Workspace.WaitForEphemeralAsync(researcher);

        await researcher.ClickAsync(answer, "Share with channel");

        var shared = await bot.Workspace.WaitForMessageAsync(channel, message => message.BotId == bot.Workspace.BotId);
        Assert.Contains($"Asked by <@{researcher.Id}>: {Question}", shared.Text, StringComparison.Ordinal);
        await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Text == "Shared.");
        await colleague.ClickAsync(shared, "Sources");
        var quotes = await bot.Workspace.WaitForEphemeralAsync(colleague);
        Assert.Contains("memory-disk", quotes.Shown, StringComparison.Ordinal);
        Assert.Single(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
    }

    [Fact]
    public async Task Buttons_UnderAPublicAnswer_AreAnsweredWhereTheyBelong()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var question = researcher.Mention(bot.Workspace.AddChannel("reading"), Question);
        var answer = await bot.Workspace.WaitForAnswerAsync(question, message => message.Buttons.Contains("Summarize"));

        await researcher.ClickAsync(answer, "Summarize");
        await bot.Workspace.WaitForAnswerAsync(question, message => message.Shown.Contains("TLDR", StringComparison.Ordinal));
        await researcher.ClickAsync(answer, "Similar");
        await bot.Workspace.WaitForAnswerAsync(question, message => message.Shown.Contains("Papers like", StringComparison.Ordinal));
        await researcher.ClickAsync(answer, "BibTeX");
        await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Shown.Contains("eprint = {2111.08566}", StringComparison.Ordinal));
        await researcher.ClickAsync(answer, "Not helpful");
        await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Shown.Contains("What was missing?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_AsATable_ComesAsADirectMessage()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");

        await researcher.CommandAsync(bot.Workspace.AddChannel("reading"), "/papers", "export csv since:2020");

        var sent = await bot.Workspace.WaitForMessageAsync(researcher.DirectChannel, message => message.Files.Count > 0);
        Assert.Equal("papers.csv", sent.Files[0].Name);
        await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Text.Contains("I sent you the file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_PastedBibTeX_IsAnsweredFromAtOnce()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        await researcher.CommandAsync(channel, "/papers", "add @misc{otters, title = {Juggling in sea otters}, author = {Rae Wade}, year = {2020}, "
            + "abstract = {Hungry sea otters juggle stones. We filmed twelve of them in a zoo.}}");
        await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Shown.Contains("1 added", StringComparison.Ordinal));
        await researcher.CommandAsync(channel, "/papers", "What do hungry sea otters juggle?");

        await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Shown.Contains("Hungry sea otters juggle stones.", StringComparison.Ordinal));
    }
}
