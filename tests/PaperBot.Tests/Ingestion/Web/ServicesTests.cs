using static PaperBot.Tests.Ingestion.Web.Answers;

namespace PaperBot.Tests.Ingestion.Web;

/// <summary>Semantic Scholar, OpenAlex, Crossref, PubMed and Zotero, as they answer.</summary>
public sealed class ServicesTests : IAsyncLifetime
{
    private FetchTest _test = null!;

    public static TheoryData<string> EveryService =>
    [
        "arxiv:au:reed", "arxiv:cs.IR", "arxiv:cs.IR since:2026-06-01", "hf:daily", "s2:otters that juggle", "s2:2606.00001", "s2:like 2606.00001",
        "openalex:otters that juggle", "doi:10.1234/otters.3", "pubmed:42286391", "pubmed:otters", "zotero:groups/77",
    ];

    public async Task InitializeAsync() => _test = await FetchTest.StartAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Fact]
    public async Task SemanticScholar_Search_BringsCountsAndSentences()
    {
        _test.Server.At("/s2/graph/v1/paper/search?offset=0", ScholarSearch).At("/s2/graph/v1/paper/search?offset=2", ScholarLast);
        _test.Configure = options => options.SemanticScholarKey = "k-1";

        var report = await _test.FetchAsync("s2:\"otters that juggle\"");

        Assert.Equal((3, 3L, null), (report.Counts.Added, report.Total, report.Problem));
        Assert.StartsWith("/s2/graph/v1/paper/search?query=otters that juggle&offset=0&limit=100&fields=title,abstract,", _test.Server.Asked[0].Line, StringComparison.Ordinal);
        Assert.All(_test.Server.Asked, asked => Assert.Equal("k-1", asked.Headers["x-api-key"]));
        var paper = _test.Paper("arxiv:2606.00001");
        Assert.Equal(("10.1234/otters.3", "Journal of Otters", "2026"), (paper.Doi, paper.Venue, paper.Published.ToString()));
        var origin = Assert.Single(_test.Origins("doi:10.1234/otters.3"));
        Assert.Equal((12, "Otters are shown to juggle."), (origin.Signals.Citations, origin.Signals.Tldr));
        Assert.Null(_test.Paper("local:s2-5b9d8bcc46b766b47389c912a8e026f81b91b0d8").Venue);
        Assert.Equal("Swans that guard", _test.Paper("acl:2020.acl-main.1").Title);
    }

    [Fact]
    public async Task SemanticScholar_Identifiers_AreOneBatch()
    {
        _test.Server.At("/s2/graph/v1/paper/batch", """[{"paperId": "c8", "externalIds": {"ArXiv": "2606.00001"}, "title": "Otters that juggle stones", "citationCount": 3}, null]""");

        var report = await _test.FetchAsync("s2:2606.00001, 10.1234/herons");

        Assert.Equal((1, null), (report.Counts.Added, report.Problem));
        var asked = Assert.Single(_test.Server.Asked);
        Assert.Equal(("POST", """{"ids":["ARXIV:2606.00001","DOI:10.1234/herons"]}"""), (asked.Method, asked.Body));
    }

    [Theory]
    [InlineData("""{"recommendedPapers": []}""", 0, null)]
    [InlineData("""{"recommendedPapers": [{"paperId": "c8", "title": "Herons that fish"}]}""", 1, null)]
    [InlineData("""{"papers": []}""", 0, "The answer of Semantic Scholar is not as PaperBot knows it: it is no list of papers. Try again later; if it stays so, update PaperBot.")]
    public async Task SemanticScholar_Like_AsksForRecommendations(string body, int added, string? problem)
    {
        _test.Server.At("/s2/recommendations/v1/papers/forpaper/ARXIV:2606.00001", body);

        var report = await _test.FetchAsync("s2:like 2606.00001");

        Assert.Equal((added, problem), (report.Counts.Added, report.Problem));
    }

    [Fact]
    public async Task SemanticScholar_Library_BringsWhatIsNewOfItsPapers()
    {
        _test.Papers.Store([SomePaper.Titled("Otters that juggle stones", "Otters juggle.", "arxiv:2606.00001"), SomePaper.Titled("A note of nobody")]);
        _test.Server.At("/s2/graph/v1/paper/batch", """[{"paperId": "c8", "externalIds": {"ArXiv": "2606.00001"}, "title": "Otters that juggle stones", "citationCount": 3}]""");

        var report = await _test.FetchAsync("s2:library");

        Assert.Equal(("""{"ids":["ARXIV:2606.00001"]}""", null), (Assert.Single(_test.Server.Asked).Body, report.Problem));
        Assert.Equal(3, _test.Origins("arxiv:2606.00001").Single(origin => origin.Source == "semanticscholar").Signals.Citations);
        Assert.Equal((2, "Otters juggle."), (_test.Papers.Count(), _test.Paper("arxiv:2606.00001").Abstract));
    }

    [Fact]
    public async Task SemanticScholar_SearchWithoutResults_IsNothing()
    {
        _test.Server.At("/s2/graph/v1/paper/search", """{"total": 0, "offset": 0}""");

        Assert.True((await _test.FetchAsync("s2:nothing at all")).IsEmpty);
    }

    [Fact]
    public async Task SemanticScholar_Refusal_NamesTheKey()
    {
        _test.Server.At("/s2/", ReplayServer.Answer(403, """{"message": "Forbidden"}"""));

        Assert.Equal("Semantic Scholar refused the request. Check the key in Sources:SemanticScholarKey.", (await _test.FetchAsync("s2:otters that juggle")).Problem);
    }

    [Fact]
    public async Task SemanticScholar_KeyFile_IsReadOrTold()
    {
        _test.Server.At("/s2/graph/v1/paper/search", """{"total": 0, "offset": 0}""");
        var file = _test.Folder.File("key", "k-2\n");
        _test.Configure = options => options.SemanticScholarKeyFile = file;
        await _test.FetchAsync("s2:otters that juggle");
        File.Delete(file);

        var report = await _test.FetchAsync("s2:otters that juggle");

        Assert.Equal("k-2", Assert.Single(_test.Server.Asked).Headers["x-api-key"]);
        Assert.Equal($"Sources:SemanticScholarKeyFile names {file}, which cannot be read. Correct the path, or let your user read the file.", report.Problem);
    }

    [Fact]
    public async Task OpenAlex_Search_FollowsItsCursorAndTurnsTheIndexRound()
    {
        _test.Server.At("/openalex/works?cursor=*", $$"""{"meta": {"count": 2, "next_cursor": "IlsxXSI="}, "results": [{{OpenAlexWork}}]}""")
            .At("/openalex/works?cursor=IlsxXSI=", """{"meta": {"count": 2, "next_cursor": "end"}, "results": []}""");
        _test.Configure = options => options.Contact = "library@example.org";

        var report = await _test.FetchAsync("openalex:\"otters that juggle\"");

        Assert.Equal((1, 2L, null), (report.Counts.Added, report.Total, report.Problem));
        Assert.Contains("works?search=otters that juggle&per-page=100&cursor=*&select=id,doi,", _test.Server.Asked[0].Line, StringComparison.Ordinal);
        Assert.EndsWith("&mailto=library@example.org", _test.Server.Asked[0].Line, StringComparison.Ordinal);
        var paper = _test.Paper("arxiv:2606.00001");
        Assert.Equal(("Otters that juggle stones", "Otters juggle stones. They do.", "Journal of Otters", "10.1234/otters.3"), (paper.Title, paper.Abstract, paper.Venue, paper.Doi));
        Assert.Equal(["Ida Reed", "Tom Quill"], paper.Authors);
        Assert.Equal((14, 2), (Assert.Single(_test.Origins("arxiv:2606.00001")).Signals.Citations, _test.Origins("arxiv:2606.00001")[0].Signals.Keywords.Count));
    }

    [Theory]
    [InlineData("openalex:w1554322594", "/openalex/works/W1554322594?select=")]
    [InlineData("https://openalex.org/W1554322594", "/openalex/works/W1554322594?select=")]
    [InlineData("openalex:2606.00001", "/openalex/works/doi:10.48550/arXiv.2606.00001?select=")]
    [InlineData("openalex:https://doi.org/10.1234/OTTERS.3", "/openalex/works/doi:10.1234/otters.3?select=")]
    public async Task OpenAlex_OneWork_IsAskedForByItsName(string reference, string asked)
    {
        _test.Server.At("/openalex/works/", OpenAlexWork);

        Assert.Equal(1, (await _test.FetchAsync(reference)).Counts.Added);

        Assert.StartsWith(asked, Assert.Single(_test.Server.Asked).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doi_Crossref_TurnsMarkupIntoText()
    {
        _test.Server.At("/crossref/works/10.1234/otters.3", CrossrefWork);

        var report = await _test.FetchAsync("https://doi.org/10.1234/Otters.3");

        Assert.Equal((1, null), (report.Counts.Added, report.Problem));
        Assert.Single(_test.Server.Asked);
        var paper = _test.Paper("doi:10.1234/otters.3");
        Assert.Equal(("Otters that juggle stones & shells", "Otters juggle n stones, $ n < 7 $ . They do it well."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ida Reed", "Wagman", "The Otter Consortium"], paper.Authors);
        Assert.Equal(("2026-06", "Journal of Otters"), (paper.Published.ToString(), paper.Venue));
    }

    [Fact]
    public async Task Doi_WithoutAnAbstractAtCrossref_TakesItFromOpenAlex()
    {
        _test.Server.At("/crossref/works/10.1234/otters.3", """{"message": {"DOI": "10.1234/otters.3", "title": ["Otters that juggle stones"], "author": [{"given": "Ida", "family": "Reed"}], "container-title": ["J. Ott."]}}""")
            .At("/openalex/works/doi:10.1234/otters.3", OpenAlexWork);

        var report = await _test.FetchAsync("10.1234/otters.3");

        Assert.Equal((1, 1, null), (report.Counts.Added, report.Counts.Updated, report.Problem));
        var paper = Assert.Single(report.Papers);
        Assert.Equal(("arxiv:2606.00001", "Otters juggle stones. They do.", "J. Ott.", "crossref"), (paper.Key.Value, paper.Abstract, paper.Venue, paper.Source));
        Assert.Equal(["crossref", "openalex"], _test.Origins("doi:10.1234/otters.3").Select(origin => origin.Source));
    }

    [Fact]
    public async Task Doi_Retracted_IsMarked()
    {
        _test.Server.At("/crossref/works/", CrossrefWork.Replace("\"relation\":", "\"updated-by\": [{\"type\": \"retraction\", \"DOI\": \"10.1234/notice\"}], \"relation\":", StringComparison.Ordinal));

        await _test.FetchAsync("doi:10.1234/otters.3");

        Assert.True(_test.Paper("doi:10.1234/otters.3").Withdrawn);
        Assert.Equal("retracted", Assert.Single(_test.Origins("doi:10.1234/otters.3")).Status);
    }

    [Theory]
    [InlineData("doi:10.48550/arXiv.2606.00001", "/api/query?id_list=2606.00001")]
    [InlineData("https://aclanthology.org/2020.acl-main.1/", "/crossref/works/10.18653/v1/2020.acl-main.1")]
    public async Task Doi_OfAnotherHouse_IsFetchedThere(string reference, string asked)
    {
        _test.Server.At("/api/query", ArxivAnswers.Atom(0, 0));

        await _test.FetchAsync(reference);

        Assert.StartsWith(asked, _test.Server.Asked[0].Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doi_ThatIsNone_SaysWhatOneIs() =>
        Assert.Equal("A DOI begins with 10. and has a slash, as in doi:10.1145/3366423.3380281.", (await _test.FetchAsync("doi:otters")).Problem);

    [Fact]
    public async Task PubMed_Query_IsASearchAndAFetch()
    {
        _test.Server.At("/pubmed/esearch.fcgi?retstart=0", """{"header": {}, "esearchresult": {"count": "2", "retmax": "100", "retstart": "0", "idlist": ["42286391", "42286392"]}}""")
            .At("/pubmed/efetch.fcgi?id=42286391,42286392", PubMedSet);

        var report = await _test.FetchAsync("pubmed:\"otters AND 2026[dp]\"");

        Assert.Equal((2, 2L, null), (report.Counts.Added, report.Total, report.Problem));
        var (otters, herons) = (_test.Paper("doi:10.1234/otters.3"), _test.Paper("local:pubmed-42286392"));
        Assert.Equal(("Otters that juggle 99mTc stones", "Otters juggle 99mTc stones. They do it well.", "2026-06-12"), (otters.Title, otters.Abstract, otters.Published.ToString()));
        Assert.Equal(["Ida Reed", "The Otter Consortium"], otters.Authors);
        Assert.Equal(("Herons that fish", "2019-11", true), (herons.Title, herons.Published.ToString(), herons.Withdrawn));
    }

    [Theory]
    [InlineData("pubmed:42286391")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/42286391/")]
    public async Task PubMed_Number_IsFetchedAtOnce(string reference)
    {
        _test.Server.At("/pubmed/efetch.fcgi?id=42286391&retmode=xml", PubMedSet);

        Assert.Equal(2, (await _test.FetchAsync(reference)).Counts.Added);
        Assert.Single(_test.Server.Asked);
    }

    [Fact]
    public async Task PubMed_EntitiesOfItsOwn_AreNotExpanded()
    {
        _test.Server.At("/pubmed/efetch.fcgi", PubMedSet.Replace(
            "\"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd\">", "\"x\" [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", StringComparison.Ordinal)
            .Replace("Herons that fish", "Herons &a;", StringComparison.Ordinal));

        var report = await _test.FetchAsync("pubmed:42286391");

        Assert.Equal((0L, true), (_test.Papers.Count(), report.Problem?.Contains("it is no XML", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"esearchresult": {"ERROR": "Empty term and query_key - nothing todo"}}""", "PubMed did not understand the query. Check its brackets and fields, as in pubmed:\"amyloidosis[title] AND 2026[dp]\".")]
    [InlineData("""{"result": {}}""", "The answer of PubMed is not as PaperBot knows it: it is no list of articles. Try again later; if it stays so, update PaperBot.")]
    public async Task PubMed_Mistakes_AreTold(string body, string problem)
    {
        _test.Server.At("/pubmed/esearch.fcgi", body);

        Assert.Equal(problem, (await _test.FetchAsync("pubmed:otters")).Problem);
    }

    [Fact]
    public async Task Zotero_Library_ComesWithItsKeyAndPages()
    {
        _test.Configure = options => (options.ZoteroKey, options.ZoteroLibrary) = ("z-1", "groups/77");
        _test.Server.At("/zotero/groups/77/items/top?start=0", ZoteroItems, ("Total-Results", "101"), ("Last-Modified-Version", "815"), ("Backoff", "20"))
            .At("/zotero/groups/77/items/top?start=100", """{"items": [{"id": "x", "type": "book", "title": "Swans that guard"}]}""", ("Total-Results", "101"));

        var report = await _test.FetchAsync("zotero:");

        Assert.Equal((3, 1, 101L, null), (report.Counts.Added, report.Counts.Rejected, report.Total, report.Problem));
        Assert.All(_test.Server.Asked, asked => Assert.Equal(("z-1", "3"), (asked.Headers["Zotero-API-Key"], asked.Headers["Zotero-API-Version"])));
        Assert.True(_test.Server.Asked[1].At - _test.Server.Asked[0].At >= TimeSpan.FromSeconds(20));
        var paper = _test.Paper("arxiv:2606.00001");
        Assert.Equal(("zotero", null, "2026-06-09"), (paper.Source, paper.Venue, paper.Published.ToString()));
        Assert.Equal("Herons that fish", _test.Paper("doi:10.1234/herons").Title);
    }

    [Theory]
    [InlineData("zotero:", "Zotero needs the number of a library: zotero:users/123456, zotero:groups/123456, zotero:groups/123456/collections/ABCD2345; or set Sources:ZoteroLibrary, which zotero: alone then means.")]
    [InlineData("zotero:groups/9", "Zotero has no library groups/9. Check its number; your own is at zotero.org/settings/keys.")]
    public async Task Zotero_Mistakes_SayWhatToDo(string reference, string problem) => Assert.Equal(problem, (await _test.FetchAsync(reference)).Problem);

    [Theory]
    [MemberData(nameof(EveryService))]
    public async Task Every_Service_ThatDoesNotAnswer_IsGivenUpAndAskedAgain(string reference)
    {
        _test.Server.NextSilent(_test.Time.PassDeadlines).At("/", ReplayServer.Answer(404, ""));

        await _test.FetchAsync(reference);

        Assert.True(_test.Server.Asked.Count >= 2);
        Assert.Equal(_test.Server.Asked[0].Line, _test.Server.Asked[1].Line);
    }

    [Theory]
    [MemberData(nameof(EveryService))]
    public async Task Every_Service_IsAskedAgainAfterFaults_AndTellsOfWhatStays(string reference)
    {
        _test.Server.Next(429, "", ("Retry-After", "5")).Next(500).NextCut(ScholarSearch);
        _test.Server.At("/", "not what anybody expects");

        var report = await _test.FetchAsync(reference);

        Assert.Equal(4, _test.Server.Asked.Count);
        Assert.Matches(" is not as PaperBot knows it: it is no [A-Z]+.*\\.$", report.Problem);
        Assert.Equal(0, _test.Papers.Count());
        Assert.Contains(TimeSpan.FromSeconds(5), _test.Time.Pauses);
    }
}
