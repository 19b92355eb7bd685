using Microsoft.Extensions.DependencyInjection;
using PaperBot.Ingestion.Sources;
using PaperBot.Terminal;
using PaperBot.Tests.Ingestion.Web;

namespace PaperBot.Tests.Terminal;

/// <summary><c>paperbot ingest</c> with references instead of files.</summary>
public sealed class FetchTests : IAsyncLifetime, IDisposable
{
    private readonly TestTerminal _terminal = new();
    private ReplayServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await ReplayServer.StartAsync(TimeProvider.System);
        _terminal.Replace = services => services.PostConfigure<SourcesOptions>(options =>
            (options.ArxivApi, options.HuggingFace) = ($"{_server.Address}/api/query", $"{_server.Address}/hf"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Ingest_ReferencesAndFiles_AreTakenTogether()
    {
        _server.At("/hf/daily_papers", HuggingFaceSourceTests.Day);
        var file = _terminal.File("answer.xml", ArxivAnswers.Atom(1, 0, ArxivAnswers.Entry("2606.00001v1", "Otters that juggle stones")));

        var outcome = await _terminal.RunAsync("ingest", "hf:daily", file, "--no-embed");

        Assert.Equal((ExitCode.Ok, "2 added, 1 updated, 0 unchanged, 1 rejected; 0 embedded\n"), (outcome.ExitCode, outcome.Out));
        Assert.Equal("hf:daily, line 3: There is no title.\n", outcome.Error);
    }

    [Fact]
    public async Task Ingest_MoreThanTheLimit_SaysHowMuchThereIs()
    {
        _server.At("/api/query", ArxivAnswers.Atom(28946, 0, ArxivAnswers.Entry("2606.00001v1", "Otters that juggle")));

        var outcome = await _terminal.RunAsync("ingest", "arxiv:\"cat:cs.IR AND ti:retrieval\"", "--limit", "1", "--json", "--no-embed");

        Assert.Equal((ExitCode.Ok, 1), (outcome.ExitCode, outcome.Json().GetProperty("added").GetInt32()));
        Assert.Equal("arXiv has 28,946 papers for this; --limit N takes more of them.\n", outcome.Error);
        Assert.EndsWith("max_results=1", Assert.Single(_server.Asked).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_SourceThatFails_KeepsWhatCameAndEndsWithFault()
    {
        _server.Next(400, "");
        var good = _terminal.File("good.jsonl", "{\"id\":\"1\",\"title\":\"One fine paper\"}\n");

        var outcome = await _terminal.RunAsync("ingest", "arxiv:au:reed", good, "--no-embed");

        Assert.Equal((ExitCode.Fault, "1 added, 0 updated, 0 unchanged; 0 embedded\n"), (outcome.ExitCode, outcome.Out));
        Assert.Equal("arXiv did not understand the request (HTTP 400). Check the spelling of what you asked for.\n", outcome.Error);
    }

    [Fact]
    public async Task Ingest_NothingThere_IsToldAndNoFault()
    {
        _server.At("/api/query", ArxivAnswers.Atom(0, 0));

        var outcome = await _terminal.RunAsync("ingest", "2606.99999", "--no-embed");

        Assert.Equal((ExitCode.Ok, "arXiv has nothing for arxiv:2606.99999.\n"), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task Ingest_SourceThatIsNone_SaysWhichThereAre()
    {
        var outcome = await _terminal.RunAsync("ingest", "arxive:2606.00001", "--no-embed");

        Assert.Equal(
            (ExitCode.Usage, "There is no source arxive. Papers are fetched with arxiv:…, hf:…, s2:…, openalex:…, doi:…, pubmed:…, zotero:…, a DOI or an address.\n"),
            (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task Ingest_FileWithTheNameOfAReference_IsTheFile()
    {
        var file = _terminal.File("2606.00001", "{\"id\":\"1\",\"title\":\"One fine paper\"}\n");

        await _terminal.RunAsync("ingest", file, "--no-embed");

        Assert.Empty(_server.Asked);
    }
}
