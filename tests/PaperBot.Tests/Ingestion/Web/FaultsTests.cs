using System.Text.RegularExpressions;
using PaperBot.Ingestion.Fetching;
using static PaperBot.Tests.Ingestion.Web.Answers;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.Ingestion.Web;

/// <summary>Every source through every fault, from the wire into the library.</summary>
public sealed partial class FaultsTests : IAsyncLifetime
{
    private const string OneWork = $$"""{"meta": {"count": 1, "next_cursor": null}, "results": [{{OpenAlexWork}}]}""";
    private const string OneOfABatch = """[{"paperId": "c8", "externalIds": {"ArXiv": "2606.00001"}, "title": "Otters that juggle stones"}]""";
    private const string Numbers = """{"esearchresult": {"count": "2", "retstart": "0", "idlist": ["42286391", "42286392"]}}""";

    /// <summary>What each way to ask each source is answered with, by path.</summary>
    private static readonly Dictionary<string, (string Path, string Body)[]> Sound = new()
    {
        ["arxiv:au:reed"] = [("/api/query", Atom(1, 0, Entry("2606.00001v1", "A paper of otters")))],
        ["arxiv:2606.00001"] = [("/api/query", Atom(1, 0, Entry("2606.00001v1", "A paper of otters")))],
        ["arxiv:cs.IR"] = [("/rss/cs.IR", Rss(Item("2606.00001v1", "Voles that dig")))],
        ["arxiv:cs.IR since:2026-06-01"] = [("/oai", Oai(null, Record("2606.00001", "2026-06-02", "Herons that fish")))],
        ["hf:daily"] = [("/hf/daily_papers", HuggingFaceSourceTests.Day)],
        ["hf:2026-06-12"] = [("/hf/daily_papers?date=2026-06-12", HuggingFaceSourceTests.Day)],
        ["hf:trending"] = [("/hf/daily_papers?sort=trending", HuggingFaceSourceTests.Day)],
        ["s2:swans that guard"] = [("/s2/graph/v1/paper/search", ScholarLast)],
        ["s2:2606.00001"] = [("/s2/graph/v1/paper/batch", OneOfABatch)],
        ["s2:like 2606.00001"] = [("/s2/recommendations/", """{"recommendedPapers": [{"paperId": "c8", "title": "Herons that fish"}]}""")],
        ["openalex:otters that juggle"] = [("/openalex/works", OneWork)],
        ["openalex:W1554322594"] = [("/openalex/works/W1554322594", OpenAlexWork)],
        ["doi:10.1234/otters.3"] = [("/crossref/works/", CrossrefWork)],
        ["pubmed:42286391"] = [("/pubmed/efetch.fcgi", PubMedSet)],
        ["pubmed:otters"] = [("/pubmed/esearch.fcgi", Numbers), ("/pubmed/efetch.fcgi", PubMedSet)],
        ["zotero:groups/77"] = [("/zotero/groups/77/items/top", ZoteroItems)],
    };

    /// <summary>Readings of two pages: where the second is asked for, and what stands on both.</summary>
    private static readonly Dictionary<string, (string Second, string[] Pages)> Paged = new()
    {
        ["arxiv:au:reed"] = ("/api/query?start=1", [Atom(2, 0, Entry("2606.00001v1", "The first of otters")), Atom(2, 1, Entry("2606.00002v1", "The second of otters"))]),
        ["arxiv:cs.IR since:2026-06-01"] = (
            "/oai?resumptionToken=t2", [Oai("t2", Record("2606.00001", "2026-06-02", "Herons that fish")), Oai(null, Record("2606.00002", "2026-06-03", "Voles that dig"))]),
        ["s2:otters that juggle"] = ("/s2/graph/v1/paper/search?offset=2", [ScholarSearch, ScholarLast]),
        ["openalex:otters that juggle"] = (
            "/openalex/works?cursor=next", [OneWork.Replace("null}", "\"next\"}", StringComparison.Ordinal), OneWork.Replace("otters.3", "otters.4", StringComparison.Ordinal)]),
        ["doi:10.1234/otters.3"] = ("/openalex/works/doi", ["""{"message": {"DOI": "10.1234/otters.3", "title": ["Otters that juggle stones"]}}""", OpenAlexWork]),
        ["pubmed:otters"] = ("/pubmed/esearch.fcgi?retstart=1", ["""{"esearchresult": {"count": "2", "idlist": ["42286391"]}}""", """{"esearchresult": {"count": "2", "idlist": ["42286392"]}}"""]),
        ["zotero:groups/77"] = ("/zotero/groups/77/items/top?start=100", [ZoteroItems, """{"items": [{"id": "x", "type": "book", "title": "Swans that guard"}]}"""]),
    };

    private FetchTest _test = null!;

    public static TheoryData<string, Fault> EverySourceAndFault => Each(Sound.Keys, Enum.GetValues<Fault>());

    /// <summary>Without those that no answer ends.</summary>
    public static TheoryData<string, Fault> EverySourceAndAnswer =>
        Each(Sound.Keys, Enum.GetValues<Fault>().Except([Fault.Silence, Fault.SlowBody]).ToList());

    public static TheoryData<string> EverySource => [.. Sound.Keys];

    public static TheoryData<string, bool> EveryPagedSource => Each(Paged.Keys, [false, true]);

    public enum Fault
    {
        BusyForAWhile,
        BusyWithoutSayingHowLong,
        BusyUntilADate,
        Error,
        BadGateway,
        CutBody,
        Silence,
        SlowBody,
        NotAnAnswer,
    }

    public async Task InitializeAsync() => _test = await FetchTest.StartAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Theory]
    [MemberData(nameof(EverySourceAndFault))]
    public async Task Fetch_FaultThatPasses_BringsThePapersAllTheSame(string reference, Fault fault)
    {
        Answer(reference);
        Put(fault, Sound[reference][0].Body);

        var report = await _test.FetchAsync(reference);

        if (fault == Fault.NotAnAnswer)
        {
            // What is no answer is not asked for again, but told; the next time goes well.
            Assert.Matches("^The answer of [A-Za-z ]+ is not as PaperBot knows it: .*update PaperBot\\.$", report.Problem);
            Assert.Equal(0, _test.Papers.Count());
            report = await _test.FetchAsync(reference);
        }

        Assert.Null(report.Problem);
        Assert.True(_test.Papers.Count() > 0);
        Assert.True(_test.Server.Asked.Count > Sound[reference].Length);
        Assert.Equal(_test.Server.Asked[0].Line, _test.Server.Asked[1].Line);
    }

    [Theory]
    [MemberData(nameof(EverySourceAndAnswer))]
    public async Task Fetch_FaultThatStays_IsToldInASentence_AndNothingIsLost(string reference, Fault fault)
    {
        for (var i = 0; i < 4; i++)
            Put(fault, Sound[reference][0].Body);

        var report = await _test.FetchAsync(reference);

        Assert.EndsWith(".", report.Problem, StringComparison.Ordinal);
        Assert.Equal((0L, 0), (_test.Papers.Count(), report.Counts.Records));
        Answer(reference);
        while ((await _test.FetchAsync(reference)).Problem is not null)
            Assert.True(_test.Server.Asked.Count < 12);
        Assert.True(_test.Papers.Count() > 0);
    }

    /// <summary>The fields that matter have other names from one day to the next.</summary>
    [Theory]
    [MemberData(nameof(EverySource))]
    public async Task Fetch_ChangedFields_AreToldAndBringNothingWrong(string reference)
    {
        foreach (var (path, body) in Sound[reference])
            _test.Server.At(path, Renamed().Replace(body, "${before}headline${after}"));

        var report = await _test.FetchAsync(reference);

        Assert.Equal(0, _test.Papers.Count());
        Assert.True(report.Problem?.EndsWith('.') ?? report.Counts.Rejected > 0);
        Assert.All(report.Counts.Rejections, rejection => Assert.EndsWith(".", rejection.Reason, StringComparison.Ordinal));
    }

    /// <summary>A 429, or the end of the process, between two pages: the next reading begins with the second.</summary>
    [Theory]
    [MemberData(nameof(EveryPagedSource))]
    public async Task Fetch_StoppedInTheMiddle_GoesOnFromThere(string reference, bool killed)
    {
        var (second, pages) = Paged[reference];
        using var killing = new CancellationTokenSource();
        _test.Server.At("/pubmed/efetch.fcgi", PubMedSet).At("/", ReplayServer.Answer(200, pages[0], ("Total-Results", "101")));
        _test.Server.At(second, killed
            ? async context =>
            {
                await killing.CancelAsync();
                context.Abort();
            }
        : ReplayServer.Answer(429, "", ("Retry-After", "7200")));
        try
        {
            var stopped = await _test.FetchAsync(reference, cancellationToken: killing.Token);
            Assert.Matches("is busy and asks to wait until 11:00 UTC", stopped.Problem);
            Assert.NotNull(stopped.RetryAt);
        }
        catch (OperationCanceledException) when (killed)
        {
            // As the process ends.
        }

        Assert.True(_test.Papers.Count() > 0);
        _test.Restart();
        var before = _test.Server.Asked.Count;
        _test.Server.At(second, pages[1], ("Total-Results", "101"));

        var report = await _test.FetchAsync(reference);

        Assert.Null(report.Problem);
        Assert.True(report.Counts.Records > 0);
        var asked = _test.Server.Asked.Skip(before).Select(line => line.Line).ToList();
        Assert.Contains(second.Split('?')[^1], asked[0], StringComparison.Ordinal);
        Assert.Null(_test.Rooms.GetService(typeof(SourceMemory)) is SourceMemory memory ? memory.FindCursor(PaperSources.Read(reference)!.ToString()) : null);
    }

    private static TheoryData<string, T> Each<T>(IEnumerable<string> references, IReadOnlyList<T> with)
    {
        var data = new TheoryData<string, T>();
        foreach (var reference in references)
        {
            foreach (var one in with)
                data.Add(reference, one);
        }

        return data;
    }

    private void Answer(string reference)
    {
        foreach (var (path, body) in Sound[reference])
            _test.Server.At(path, body);
    }

    private void Put(Fault fault, string body) => _ = fault switch
    {
        Fault.BusyForAWhile => _test.Server.Next(429, "", ("Retry-After", "7")),
        Fault.BusyWithoutSayingHowLong => _test.Server.Next(429, """{"message": "Too many requests"}"""),
        Fault.BusyUntilADate => _test.Server.Next(503, "", ("Retry-After", (_test.Time.GetUtcNow() + TimeSpan.FromSeconds(60)).ToString("R", System.Globalization.CultureInfo.InvariantCulture))),
        Fault.Error => _test.Server.Next(500, "<html>Something is wrong</html>"),
        Fault.BadGateway => _test.Server.Next(502),
        Fault.CutBody => _test.Server.NextCut(body),
        Fault.Silence => _test.Server.NextSilent(_test.Time.PassDeadlines),
        Fault.SlowBody => _test.Server.Next(async context =>
        {
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body).AsMemory(0, 20));
            await context.Response.Body.FlushAsync();
            _test.Time.PassDeadlines();
            var gone = new TaskCompletionSource();
            await using var _ = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        }),
        _ => _test.Server.Next(200, "<!doctype html><p>Sign in to go on"),
    };

    [GeneratedRegex("""(?<before>"|<|</|:)(?:title|display_name|ArticleTitle)(?<after>"|>)""")]
    private static partial Regex Renamed();
}
