using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using PaperBot.Answering;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Bot.Shares;
using PaperBot.Bot.Unfurls;
using PaperBot.Papers;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.WebApi;

namespace PaperBot.Tests.Bot.Unfurls;

public sealed class LinkUnfurlsTests : IDisposable
{
    private static readonly Paper Kelp = new()
    {
        Key = new PaperKey("arxiv:2101.00001"),
        Title = "Kelp forests as $\\alpha$-stable sensors <of> warmth & cold",
        Abstract = "Coasts lack sensors. We study sensors made of kelp & sand. They report temperature within $\\pm 2$ degrees.",
        Authors = ["Ada Lovelace", "Grace Hopper", "J\\\"urgen M\\\"uller", "Alan Turing", "Emmy Noether"],
        Published = new PublicationDate(2021, 1, 2),
        Source = "arxiv",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly Mock<IChatApi> _chat = new();
    private readonly List<Unfurl> _unfurled = [];
    private readonly ShareStore _shares;
    private readonly LinkUnfurls _handler;

    public LinkUnfurlsTests()
    {
        var papers = _folder.Papers();
        papers.Store([Kelp, new Paper { Key = new PaperKey("doi:10.1000/182"), Title = "Sand", Source = "bibtex", Withdrawn = true }]);
        _shares = new ShareStore(_folder.Library(), TimeProvider.System);
        _chat.Setup(chat => chat.UnfurlAsync(It.IsAny<Unfurl>(), It.IsAny<CancellationToken>()))
            .Callback((Unfurl unfurl, CancellationToken _) => _unfurled.Add(unfurl)).Returns(Task.CompletedTask);
        _chat.Setup(chat => chat.GetPermalinkAsync("C1", "1769000000.000100", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Uri("https://team.slack.com/archives/C1/p1769000000000100"));
        var slack = new Mock<ISlackApiClient>();
        slack.Setup(client => client.Chat).Returns(_chat.Object);
        _handler = new LinkUnfurls(slack.Object, papers, new Summarizer(), _shares, NullLogger<LinkUnfurls>.Instance);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task LinkShared_PaperOfTheLibrary_ShowsWhatItKnows()
    {
        await SharedAsync("C1", "1769000100.000100", "https://arxiv.org/abs/2101.00001v3");

        SlackGolden.Assert("unfurl", new { Text = "", Blocks = Shown("https://arxiv.org/abs/2101.00001v3") });
        Assert.Equal(("C1", "1769000100.000100", "conversations_history"), (_unfurled[0].Channel, _unfurled[0].Ts, _unfurled[0].Source));
    }

    [Fact]
    public async Task LinkShared_DiscussedBefore_LeadsThere()
    {
        await SharedAsync("C1", "1769000000.000100", "https://arxiv.org/abs/2101.00001");
        await SharedAsync("C1", "1769000100.000100", "https://huggingface.co/papers/2101.00001");

        SlackGolden.Assert("unfurl-discussed-before", new { Text = "", Blocks = Shown("https://huggingface.co/papers/2101.00001") });
    }

    [Fact]
    public async Task LinkShared_EarlierMessageIsGone_SaysNothingOfIt()
    {
        _chat.Setup(chat => chat.GetPermalinkAsync("C1", "1769000000.000100", It.IsAny<CancellationToken>()))
            .ThrowsAsync(new SlackException("message_not_found", "chat.getPermalink"));
        await SharedAsync("C1", "1769000000.000100", "https://arxiv.org/abs/2101.00001");
        await SharedAsync("C1", "1769000100.000100", "https://arxiv.org/abs/2101.00001");

        Assert.DoesNotContain(Shown("https://arxiv.org/abs/2101.00001"), block => block is ContextBlock);
    }

    [Fact]
    public async Task LinkShared_PaperWithTitleAlone_ShowsThat()
    {
        await SharedAsync("C1", "1769000100.000100", "https://doi.org/10.1000/182");

        SlackGolden.Assert("unfurl-title-alone", new { Text = "", Blocks = Shown("https://doi.org/10.1000/182") });
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/2101.99999")]
    [InlineData("https://arxiv.org/list/cs.LG/recent")]
    [InlineData("https://huggingface.co/bert-base-uncased")]
    [InlineData("https://notarxiv.org/abs/2101.00001")]
    public async Task LinkShared_NoPaperOfTheLibrary_IsLeftToSlack(string url)
    {
        await SharedAsync("C1", "1769000100.000100", url);

        Assert.Empty(_unfurled);
    }

    [Fact]
    public async Task LinkShared_InTheComposer_IsShownByItsUnfurlIdAndNotedNowhere()
    {
        await SharedAsync("C1", "1769000000.000100", "https://arxiv.org/abs/2101.00001");
        await _handler.HandleAsync(
            new LinkShared
            {
                Channel = "COMPOSER",
                User = "U1",
                MessageTs = "U1-909b",
                UnfurlId = "U1-909b",
                Source = "composer",
                Links = [new SharedLink { Domain = "arxiv.org", Url = "https://www.arxiv.org/pdf/2101.00001" }],
            },
            new Delivery("d", "T1", DateTimeOffset.UnixEpoch, 1), default);

        var unfurl = _unfurled[^1];
        Assert.Equal(("COMPOSER", "U1-909b", "U1-909b", "composer"), (unfurl.Channel, unfurl.Ts, unfurl.UnfurlId, unfurl.Source));
        Assert.DoesNotContain(unfurl.Unfurls.Values.Single().Blocks, block => block is ContextBlock);
    }

    [Fact]
    public async Task LinkShared_SlackRefuses_HarmsNothing()
    {
        _chat.Setup(chat => chat.UnfurlAsync(It.IsAny<Unfurl>(), It.IsAny<CancellationToken>())).ThrowsAsync(new SlackException("cannot_unfurl_url", "chat.unfurl"));

        await SharedAsync("C1", "1769000000.000100", "https://arxiv.org/abs/2101.00001");

        Assert.NotNull(_shares.Before(Kelp.Key, SharedIn.Of("C1", "1769000100.000100", null)));
    }

    [Fact]
    public async Task LinkShared_OneLinkTwice_IsShownOnce()
    {
        await SharedAsync("C1", "1769000000.000100", "https://arxiv.org/abs/2101.00001", "https://arxiv.org/abs/2101.00001", "https://doi.org/10.1000/182");

        Assert.Equal(2, _unfurled.Single().Unfurls.Count);
    }

    private IReadOnlyList<Block> Shown(string url) => _unfurled[^1].Unfurls[url].Blocks;

    private Task SharedAsync(string channel, string ts, params string[] urls) => _handler.HandleAsync(
        new LinkShared
        {
            Channel = channel,
            User = "U1",
            MessageTs = ts,
            Source = "conversations_history",
            Links = [.. urls.Select(url => new SharedLink { Domain = new Uri(url).Host, Url = url })],
        },
        new Delivery("d", "T1", DateTimeOffset.UnixEpoch, 1), default);
}
