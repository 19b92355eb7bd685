using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Shortcuts;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Tests.Bot.Shortcuts;

public sealed class ShortcutTests : IDisposable
{
    private static readonly Delivery Once = new("d", "T1", DateTimeOffset.UnixEpoch, 1);

    private static readonly Paper Kelp = SomePaper.Titled(
        "Kelp sensors", "Coasts lack sensors. We study sensors made of kelp. They report temperature within two degrees.", "arxiv:2101.00001");

    private static readonly Paper Sand = SomePaper.Titled("Sand sensors", "We build sensors of sand. They last for three years.", "doi:10.1000/182");

    private readonly TemporaryFolder _folder = new();
    private readonly Mock<ISlackApiClient> _slack = new() { DefaultValue = DefaultValue.Mock };
    private readonly List<(string Url, ResponseMessage Message)> _responses = [];
    private readonly List<Message> _posted = [];
    private readonly ServiceProvider _services;

    public ShortcutTests()
    {
        _slack.Setup(slack => slack.RespondAsync(It.IsAny<string>(), It.IsAny<ResponseMessage>(), It.IsAny<CancellationToken>()))
            .Callback((string url, ResponseMessage message, CancellationToken _) => _responses.Add((url, message))).Returns(Task.CompletedTask);
        _slack.Setup(slack => slack.Chat.PostMessageAsync(It.IsAny<Message>(), It.IsAny<CancellationToken>()))
            .Callback((Message message, CancellationToken _) => _posted.Add(message)).ReturnsAsync(new PostedMessage("D1", "1769000000.000100"));
        _slack.Setup(slack => slack.Conversations.OpenAsync("U1", It.IsAny<CancellationToken>())).ReturnsAsync("D1");
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataFolder"] = _folder.Path, ["Embedding:ModelsFolder"] = _folder.Path }).Build());
        services.AddSingleton(TimeProvider.System).AddLogging();
        Program.Rooms(services);
        services.AddSingleton(_slack.Object);
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<PaperStore>().Store([Kelp, Sand]);
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Summarize_LinksToPapers_SummarizesThoseOfTheLibraryAndNamesTheOthers()
    {
        await SummarizeAsync("see <https://arxiv.org/abs/2101.00001>, <https://doi.org/10.1000/182> and <https://arxiv.org/abs/2102.99999>");

        var (url, message) = Assert.Single(_responses);
        Assert.Equal(("https://hooks.example/1", "ephemeral"), (url, message.ResponseType));
        Assert.Contains("Not in the library: arxiv:2102.99999.", message.Text, StringComparison.Ordinal);
        var blocks = JsonSerializer.Deserialize<JsonElement>(SlackGolden.Json(message.Blocks!).Replace(Reply().Id, "REPLY", StringComparison.Ordinal));
        SlackGolden.Assert("summaries-here", new { message.Text, Blocks = blocks });
    }

    [Fact]
    public async Task Summarize_OnlyUnknownPapers_SaysHowToAddThem()
    {
        await SummarizeAsync("see <https://arxiv.org/abs/2102.99999>");

        Assert.Equal(
            "Not in the library: arxiv:2102.99999. Add papers with `/papers add` and their ids, addresses or BibTeX, or ask whoever runs me to ingest a file.", _responses.Single().Message.Text);
    }

    [Fact]
    public async Task Summarize_NoLink_SaysWhatItLooksFor()
    {
        await SummarizeAsync("good morning");

        Assert.StartsWith("I see no link to a paper in that message.", _responses.Single().Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summarize_ManyPapers_SummarizesFiveAndNamesTheRest()
    {
        _services.GetRequiredService<PaperStore>().Store([.. Enumerable.Range(10, 7).Select(i => SomePaper.Titled($"Paper {i}", "We count.", $"arxiv:2103.000{i}"))]);

        await SummarizeAsync(string.Join(' ', Enumerable.Range(10, 7).Select(i => $"arXiv:2103.000{i}")));

        Assert.Contains("The message names more papers of the library: arxiv:2103.00015, arxiv:2103.00016.", _responses.Single().Message.Text, StringComparison.Ordinal);
        Assert.Equal(5, Reply().Papers.Count);
    }

    [Fact]
    public async Task Summarize_DeliveredAgain_IsSaidOnce()
    {
        await SummarizeAsync("arXiv:2101.00001");
        await SummarizeAsync("arXiv:2101.00001");

        Assert.Single(_responses);
    }

    [Fact]
    public async Task Compare_ConversationChosen_IsShownToEverybodyThere()
    {
        await SubmitAsync("C1");

        var (url, message) = Assert.Single(_responses);
        Assert.Equal(("https://hooks.example/2", "in_channel"), (url, message.ResponseType));
        Assert.StartsWith("Asked for by <@U1>\n", message.Text, StringComparison.Ordinal);
        Assert.Equal((ReplyKind.Comparison, "C1"), (Reply().Kind, _services.GetRequiredService<ReplyStore>().FindByDelivery("d")!.Place.Channel));
    }

    [Fact]
    public async Task Compare_NoConversationChosen_ComesInADirectMessage()
    {
        await SubmitAsync(null);

        Assert.Empty(_responses);
        Assert.Equal("D1", _posted.Single().Channel);
        Assert.Contains("Kelp sensors", _posted[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_PersonWhoMayNotAskThere_IsToldSoAlone()
    {
        _services.GetRequiredService<ChannelSettingsStore>().Save(ChannelSettings.Usual("C1") with { People = ["U2"], ChangedBy = "U2" });

        await SubmitAsync("C1");

        Assert.Equal("ephemeral", _responses.Single().Message.ResponseType);
        Assert.Contains("only some people", _responses[0].Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_PaperRemovedMeanwhile_IsToldToThePersonAlone()
    {
        _services.GetRequiredService<PaperStore>().Remove(Sand.Key);

        await SubmitAsync("C1");

        Assert.Equal("ephemeral", _responses.Single().Message.ResponseType);
        Assert.Contains("is not in the library", _responses[0].Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OnePaper_KeepsTheFormOpenWithASentence()
    {
        var answer = ActivatorUtilities.CreateInstance<CompareSubmission>(_services).Answer(Submission([Kelp.Key.Value], null));

        Assert.Equal("A comparison needs at least two papers.", Assert.IsType<ViewSubmissionResponse.Errors>(answer).ByBlock["compare_choice"]);
    }

    private Reply Reply() => _services.GetRequiredService<ReplyStore>().FindByDelivery("d")!.Reply;

    private Task SummarizeAsync(string text) => ActivatorUtilities.CreateInstance<SummarizeShortcut>(_services).HandleAsync(
        new MessageShortcut
        {
            CallbackId = "summarize_papers_here",
            User = new Named { Id = "U1" },
            Channel = new Named { Id = "C1" },
            Message = new PayloadMessage { Ts = "1769000000.000100", Text = text },
            ResponseUrl = "https://hooks.example/1",
        },
        Once, default);

    private Task SubmitAsync(string? target) =>
        ActivatorUtilities.CreateInstance<CompareSubmission>(_services).HandleAsync(Submission([Kelp.Key.Value, Sand.Key.Value], target), Once, default);

    private static ViewSubmission Submission(IReadOnlyList<string> papers, string? target) => new()
    {
        User = new Named { Id = "U1" },
        View = new PayloadView { CallbackId = "compare_papers", State = CompareModalTests.Filled(papers, ["approach", "results"], "lifetime", target) },
        ResponseUrls = target is null ? [] : [new ViewResponseUrl { ChannelId = target, ResponseUrl = "https://hooks.example/2" }],
    };
}
