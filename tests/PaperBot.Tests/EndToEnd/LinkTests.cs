using FakeSlack;

namespace PaperBot.Tests.EndToEnd;

/// <summary>Links to papers that people write, and the shortcut on messages that have some.</summary>
[Collection(EndToEndTests.Name)]
public sealed class LinkTests(PreparedLibrary library)
{
    private const string Spann = "https://arxiv.org/abs/2111.08566";

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Link_ToAPaperOfTheLibrary_ShowsItAndWhereItWasDiscussed(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var researcher = bot.Workspace.AddUser("researcher");
        var (channel, other) = (bot.Workspace.AddChannel("reading"), bot.Workspace.AddChannel("elsewhere"));

        var first = await UnfurledAsync(bot, researcher.ShareLink(channel, Spann));
        var elsewhere = await UnfurledAsync(bot, researcher.ShareLink(other, Spann));
        var second = await UnfurledAsync(bot, researcher.ShareLink(channel, "https://www.arxiv.org/pdf/2111.08566v2"));

        Assert.Contains("SPANN: Highly-efficient Billion-scale Approximate Nearest Neighbor Search", first.Shown, StringComparison.Ordinal);
        Assert.Equal(["Summarize", "Similar", "BibTeX"], first.Buttons);
        Assert.DoesNotContain("Discussed here before", first.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Discussed here before", elsewhere.Shown, StringComparison.Ordinal);
        Assert.Contains("Discussed here before", second.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ToAnotherPaper_IsLeftToSlack()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        var message = researcher.Say(channel, $"<https://arxiv.org/abs/0704.0001> and <{Spann}>");

        Assert.Equal([Spann], (await UnfurledAsync(bot, message)).Unfurls.Keys);
    }

    [Theory]
    [InlineData("Summarize", "memory-disk")]
    [InlineData("Similar", "Papers like")]
    public async Task Button_UnderALink_AnswersInTheThread(string button, string expected)
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");
        var link = await UnfurledAsync(bot, researcher.ShareLink(channel, Spann));

        await researcher.ClickAsync(link, button);

        var answer = await bot.Workspace.WaitForAnswerAsync(link);
        Assert.Contains(expected, answer.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_BibTeXUnderALink_IsForThePersonAlone()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var link = await UnfurledAsync(bot, researcher.ShareLink(bot.Workspace.AddChannel("reading"), Spann));

        await researcher.ClickAsync(link, "BibTeX");

        var answer = await bot.Workspace.WaitForEphemeralAsync(researcher);
        Assert.Contains("2111.08566", answer.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task SummarizePapersHere_MessageWithLinks_SummarizesAndCanBeShared(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");
        var message = researcher.Say(channel, "<https://huggingface.co/papers/2111.08566> beats <https://arxiv.org/abs/0704.0001>, no?");

        await researcher.MessageShortcutAsync(message, "summarize_papers_here");
        var summary = await bot.Workspace.WaitForEphemeralAsync(researcher, seen => seen.Shown.Contains("SPANN", StringComparison.Ordinal));
        Assert.Contains("Not in the library: arxiv:0704.0001.", summary.Shown, StringComparison.Ordinal);

        await researcher.ClickAsync(summary, "Share with channel");
        var shared = await bot.Workspace.WaitForMessageAsync(channel, seen => seen.BotId == bot.Workspace.BotId);
        Assert.Contains("SPANN", shared.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SummarizePapersHere_MessageWithoutLinks_SaysWhatItLooksFor()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");

        await researcher.MessageShortcutAsync(researcher.Say(bot.Workspace.AddChannel("reading"), "lunch?"), "summarize_papers_here");

        var answer = await bot.Workspace.WaitForEphemeralAsync(researcher);
        Assert.Contains("I see no link to a paper in that message.", answer.Shown, StringComparison.Ordinal);
    }

    private static Task<FakeMessage> UnfurledAsync(RunningBot bot, FakeMessage message) => bot.Workspace.WaitForMessageAsync(
        bot.Workspace.Channels.Single(channel => channel.Id == message.Channel), seen => seen.Ts == message.Ts && !seen.Unfurls.IsEmpty);
}
