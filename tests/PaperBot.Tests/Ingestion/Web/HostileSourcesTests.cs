using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using PaperBot.Ingestion.Sources.Web;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.Ingestion.Web;

/// <summary>What somebody sends who answers in the place of a source and means harm.</summary>
public sealed class HostileSourcesTests : IAsyncLifetime
{
    private FetchTest _test = null!;

    public async Task InitializeAsync() => _test = await FetchTest.StartAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Theory]
    [InlineData("https://export.arxiv.org/api", "https://arxiv.org/api", true)]
    [InlineData("https://export.arxiv.org/api", "https://oaipmh.arxiv.org/oai", true)]
    [InlineData("https://huggingface.co/api", "https://www.huggingface.co/api", true)]
    [InlineData("http://127.0.0.1:80/api", "http://127.0.0.1:80/else", true)]
    [InlineData("http://127.0.0.1:80/api", "http://127.0.0.1:81/else", false)]
    [InlineData("http://mirror.example.org/api", "http://example.org/api", false)]
    [InlineData("https://export.arxiv.org/api", "http://export.arxiv.org/api", false)]
    [InlineData("https://export.arxiv.org/api", "https://arxiv.org:8443/api", false)]
    [InlineData("https://export.arxiv.org/api", "https://someone@arxiv.org/api", false)]
    [InlineData("https://export.arxiv.org/api", "https://arxiv.org.example.com/api", false)]
    [InlineData("https://export.arxiv.org/api", "https://evilarxiv.org/api", false)]
    [InlineData("https://huggingface.co/api", "https://evil.co/api", false)]
    [InlineData("https://export.arxiv.org/api", "https://localhost/api", false)]
    [InlineData("https://export.arxiv.org/api", "https://127.0.0.1/api", false)]
    [InlineData("https://export.arxiv.org/api", "https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://export.arxiv.org/api", "https://[::1]/api", false)]
    [InlineData("https://export.arxiv.org/api", "file:///etc/passwd", false)]
    public void Redirect_LeadsNowhereButToTheSourcesOwnSite(string from, string to, bool isSafe) =>
        Assert.Equal(isSafe, SourceRedirect.IsSafe(new Uri(from), new Uri(to)));

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("//localhost:9/else")]
    [InlineData("https://example.org/api")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//[otters")]
    [InlineData("//:99999999/api")]
    public async Task Fetch_RedirectElsewhere_IsNotFollowed(string location)
    {
        _test.Server.At("/", ReplayServer.Answer(302, "", ("Location", location)));

        var report = await _test.FetchAsync("2606.00001");

        Assert.StartsWith("arXiv leads from one address to the next", report.Problem, StringComparison.Ordinal);
        Assert.Single(_test.Server.Asked);
    }

    [Fact]
    public async Task Fetch_GzipBomb_StopsAtTheLimit()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
                gzip.Write(zeros);
        }

        _test.Configure = options => options.MostMegabytes = 4;
        _test.Server.At("/", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray());
        });

        var report = await _test.FetchAsync("2606.00001");

        Assert.StartsWith("The answer of arXiv is larger than 4 MB.", report.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arxiv:au:reed", "/api/query", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>")]
    [InlineData("arxiv:cs.IR", "/rss", "<rss><channel><item><title>")]
    [InlineData("arxiv:cs.IR since:2026-06-01", "/oai", "<OAI-PMH><ListRecords><record><metadata>")]
    [InlineData("pubmed:42286391", "/pubmed/efetch", "<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>")]
    public async Task Fetch_XmlThatIsNestedWithoutAnEnd_IsToldAndEndsNoProcess(string reference, string path, string beginning)
    {
        const int depth = 1_000_000;
        var ends = beginning.Split('<', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(tag => $"</{tag.Split(' ', '>')[0]}>");
        _test.Server.At(path, $"{beginning}{string.Concat(Enumerable.Repeat("<a>", depth))}{string.Concat(Enumerable.Repeat("</a>", depth))}{string.Concat(ends)}");

        var report = await _test.FetchAsync(reference);

        Assert.Contains("it is nested without an end", report.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE feed [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE feed [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")]
    [InlineData("<!DOCTYPE feed SYSTEM \"http://127.0.0.1:9/evil.dtd\">", "otters")]
    public async Task Fetch_XmlWithEntities_ReadsNone(string dtd, string title)
    {
        foreach (var path in new[] { "/api/query", "/rss", "/oai" })
            _test.Server.At(path, $"{dtd}<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>{title}</title></entry></feed>");

        foreach (var reference in new[] { "2606.00001", "arxiv:cs.IR", "arxiv:cs.IR since:2026-06-01" })
            Assert.Contains("it is no XML", (await _test.FetchAsync(reference)).Problem, StringComparison.Ordinal);
        Assert.Equal(0, _test.Papers.Count());
    }

    [Fact]
    public async Task Fetch_MillionsOfAuthors_AreSomeOfThem()
    {
        var authors = string.Join(',', Enumerable.Range(0, 300_000).Select(i => $$"""{"name": "A. {{i}}"}"""));
        _test.Server.At("/s2/graph/v1/paper/search", $$"""{"total": 1, "offset": 0, "data": [{"paperId": "c8", "title": "A crowd", "authors": [{{authors}}]}]}""");

        Assert.Equal(1, (await _test.FetchAsync("s2:a crowd")).Counts.Added);

        Assert.Equal(20_000, Assert.Single(_test.Papers.List(new() { }, 5)).Authors.Count);
    }

    [Theory]
    [InlineData("\"year\": 99999999999999999999")]
    [InlineData("\"year\": -7")]
    [InlineData("\"year\": 1e308")]
    [InlineData("\"citationCount\": 1e999")]
    [InlineData("\"citationCount\": 99999999999999999999")]
    [InlineData("\"publicationDate\": \"99999-99-99\"")]
    [InlineData("\"url\": \"javascript:alert(1)\"")]
    [InlineData("\"externalIds\": {\"DOI\": \"10.1/\\u0000\\u202e\"}")]
    public async Task Fetch_NumbersAndDatesThatNobodyHas_CostNoPaper(string field)
    {
        _test.Server.At("/s2/graph/v1/paper/search", $$"""{"total": 1, "offset": 0, "data": [{"paperId": "c8", "title": "Otters", {{field}}}]}""");

        Assert.Equal(1, (await _test.FetchAsync("s2:otters")).Counts.Added);

        var paper = Assert.Single(_test.Papers.List(new() { }, 5));
        Assert.True(paper.Published is null or { Year: > 0 and < 10_000 });
        Assert.False(paper.Url?.StartsWith("javascript", StringComparison.Ordinal) == true && PaperBot.Bot.Rendering.PaperLink.Address(paper) is not null);
    }

    [Theory]
    [InlineData("{\"total\": 99999999999999999999, \"offset\": 0, \"next\": 99999999999999999999, \"data\": []}")]
    [InlineData("{\"total\": 5, \"offset\": 0, \"next\": -5, \"data\": [{\"paperId\": \"c8\", \"title\": \"Otters\"}]}")]
    [InlineData("{\"total\": 5, \"offset\": 0, \"next\": 0, \"data\": [{\"paperId\": \"c8\", \"title\": \"Otters\"}]}")]
    public async Task Fetch_PagesThatLeadNowhere_End(string body)
    {
        _test.Server.At("/s2/graph/v1/paper/search", body);

        await _test.FetchAsync("s2:otters", most: 20);

        Assert.True(_test.Server.Asked.Count <= 25);
    }

    [Fact]
    public async Task Fetch_ResumptionTokensWithoutAnEnd_StopWithTheSameToken()
    {
        _test.Server.At("/oai", Oai("again", Record("2606.00001", "2026-06-02", "Herons that fish")));

        var report = await _test.FetchAsync("arxiv:cs.IR since:2026-06-01");

        Assert.Equal("arXiv goes on without an end and brings nothing more. Ask again later; what came so far is kept.", report.Problem);
        Assert.Equal((1, 2), (report.Counts.Added, _test.Server.Asked.Count));
    }

    [Fact]
    public async Task Fetch_EmptyPagesWithoutAnEnd_StopAndAreBegunAnew()
    {
        var page = 0;
        _test.Server.At("/oai", context => ReplayServer.Answer(200, Oai($"token{page++}"))(context));

        var report = await _test.FetchAsync("arxiv:cs.IR since:2026-06-01");
        await _test.FetchAsync("arxiv:cs.IR since:2026-06-01");

        Assert.StartsWith("arXiv goes on without an end", report.Problem, StringComparison.Ordinal);
        Assert.Equal([0, 20], _test.Server.Asked.Index().Where(asked => asked.Item.Line.Contains("from=", StringComparison.Ordinal)).Select(asked => asked.Index));
    }

    [Fact]
    public async Task Fetch_ControlAndDirectionCharacters_ComeToNobodysScreen()
    {
        _test.Server.At("/api/query", Atom(1, 0, Entry("2606.00001v1", "Otters \u202Eevil\u202C \u2066juggle\u2069\u200B", "They\u0085juggle \u001b[31mred.")).Replace("\u001b", "&#x1b;", StringComparison.Ordinal));

        await _test.FetchAsync("2606.00001");

        var paper = _test.Paper("arxiv:2606.00001");
        var shown = PaperBot.Bot.Rendering.PaperCard.Of("r1", paper);
        Assert.DoesNotContain(shown.Text, c => c is '\u202E' or '\u2066' or '\u001b' or '\u0085');
        Assert.DoesNotContain(Encoding.UTF8.GetBytes(paper.Abstract), b => b == 0x1b);
    }
}
