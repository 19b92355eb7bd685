using Microsoft.Extensions.DependencyInjection;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Tests.Ingestion.Web;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.EndToEnd;

/// <summary>Papers that come by their names, and papers that are taken back, as people see it.</summary>
[Collection(EndToEndTests.Name)]
public sealed class NewPapersTests(PreparedLibrary library)
{
    private const string Abstract = "Hungry sea otters juggle stones. We filmed twelve of them in a zoo.";

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Add_ByReference_IsFetchedAndAnsweredFrom(Transport transport)
    {
        await using var sources = await ReplayServer.StartAsync(TimeProvider.System);
        sources.At("/api/query", Atom(1, 0, Entry("2606.00001v1", "Juggling in sea otters", Abstract)));
        await using var bot = await RunningBot.StartAsync(library, transport, settings: SourcesAddress.Settings(sources.Address));
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        await researcher.CommandAsync(channel, "/papers", "add https://arxiv.org/abs/2606.00001");
        await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Shown.Contains("1 paper: 1 added.", StringComparison.Ordinal));
        var question = researcher.Mention(channel, "What do hungry sea otters juggle?");
        var answer = await bot.Workspace.WaitForAnswerAsync(question, message => message.Buttons.Contains("Sources"));

        Assert.Contains("Hungry sea otters juggle stones.", answer.Shown, StringComparison.Ordinal);
        Assert.Single(sources.Asked);
    }

    [Fact]
    public async Task Add_Spoken_IsAnsweredInTheThread()
    {
        await using var sources = await ReplayServer.StartAsync(TimeProvider.System);
        sources.At("/api/query", Atom(1, 0, Entry("2606.00001v1", "Juggling in sea otters", Abstract)));
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, settings: SourcesAddress.Settings(sources.Address));
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        var asked = researcher.Mention(channel, "add <https://arxiv.org/abs/2606.00001>");
        var added = await bot.Workspace.WaitForAnswerAsync(asked);

        Assert.Contains("1 paper: 1 added.", added.Shown, StringComparison.Ordinal);
        Assert.Contains("Juggling in sea otters", added.Shown, StringComparison.Ordinal);
    }

    /// <summary>A source that never answers: the person hears that something happens, others are answered meanwhile.</summary>
    [Fact]
    public async Task Add_FromASilentSource_IsToldAtOnceAndHoldsUpNobody()
    {
        await using var sources = await ReplayServer.StartAsync(TimeProvider.System);
        var asked = new TaskCompletionSource();
        sources.NextSilent(() => asked.TrySetResult());
        await using var bot = await RunningBot.StartAsync(
            library, Transport.SocketMode, settings: new Dictionary<string, string?>(SourcesAddress.Settings(sources.Address)) { ["Host:DrainSeconds"] = "1" });
        var (researcher, colleague) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddUser("colleague"));
        var channel = bot.Workspace.AddChannel("reading");

        await researcher.CommandAsync(channel, "/papers", "add 2606.00001");
        await asked.Task;
        await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Text.StartsWith("Adding papers…", StringComparison.Ordinal));
        await colleague.CommandAsync(channel, "/papers", "show 2111.08566");
        var shown = await bot.Workspace.WaitForEphemeralAsync(colleague);

        Assert.Contains("SPANN", shown.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_AfterItWasCited_TheThreadIsToldOnce_AlsoAcrossRestarts()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");
        var question = researcher.Mention(channel, "How does SPANN search a billion vectors?");
        await bot.Workspace.WaitForAnswerAsync(question, message => message.Buttons.Contains("Sources"));
        var papers = bot.Services.GetRequiredService<PaperStore>();

        var spann = papers.Find(PaperKey.Arxiv("2111.08566"))!;
        papers.Store([spann with { Source = "arxiv", Withdrawn = true }]);
        await bot.RestartAbruptlyAsync();
        var notice = await bot.Workspace.WaitForMessageAsync(
            channel, message => message.Text.Contains("which I cited here, has been withdrawn since", StringComparison.Ordinal), question.Ts);
        await bot.StopAsync();
        await bot.StartAsync();
        var again = researcher.Mention(channel, "How does SPANN search a billion vectors?");
        var answer = await bot.Workspace.WaitForAnswerAsync(again, message => message.Buttons.Contains("Sources"));
        await bot.StopAsync();

        Assert.Contains("SPANN", notice.Text, StringComparison.Ordinal);
        Assert.Contains("withdrawn", answer.Shown, StringComparison.Ordinal);
        Assert.Single(bot.Workspace.Thread(channel, question.Ts), message => message.Text.Contains("withdrawn since", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Workspace.Thread(channel, again.Ts), message => message.Text.Contains("withdrawn since", StringComparison.Ordinal));
    }
}
