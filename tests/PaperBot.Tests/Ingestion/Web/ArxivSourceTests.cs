using PaperBot.Papers;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.Ingestion.Web;

public sealed class ArxivSourceTests : IAsyncLifetime
{
    private FetchTest _test = null!;

    public async Task InitializeAsync() => _test = await FetchTest.StartAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Fact]
    public async Task Fetch_Identifiers_ComeWithAllThatTheApiSays()
    {
        _test.Server.At("/api/query", Atom(1, 0, Entry(
            "2606.00001v2", "On $\\alpha$-otters & stones", "Otters juggle $x < y$ stones.", "Ida Reed;José Ángel Müller",
            "<arxiv:comment>9 pages</arxiv:comment><arxiv:journal_ref>J. Otters 3</arxiv:journal_ref><arxiv:doi>10.1234/Otters.3</arxiv:doi>")));

        var report = await _test.FetchAsync("https://arxiv.org/abs/2606.00001v2");

        Assert.Equal((1, null, "arXiv"), (report.Counts.Added, report.Problem, report.Source));
        Assert.Equal("/api/query?id_list=2606.00001v2&start=0&max_results=200", Assert.Single(_test.Server.Asked).Line);
        var paper = _test.Paper("arxiv:2606.00001");
        Assert.Equal(("On $\\alpha$-otters & stones", "Otters juggle $x < y$ stones."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ida Reed", "José Ángel Müller"], paper.Authors);
        Assert.Equal(["cs.IR", "cs.LG"], paper.Categories);
        Assert.Equal(("2026-06-09", "J. Otters 3", "10.1234/otters.3", "https://arxiv.org/abs/2606.00001"), (paper.Published.ToString(), paper.Venue, paper.Doi, paper.Url));
        Assert.Equal("arxiv:2606.00001", _test.Paper("doi:10.1234/otters.3").Key.Value);
    }

    [Fact]
    public async Task Fetch_Query_GoesFromPageToPageUpToTheLimit()
    {
        _test.Server.At("/api/query?start=0", Atom(9, 0, Entry("2606.00001v1", "The first of otters"), Entry("2606.00002v1", "The second of otters")))
            .At("/api/query?start=2", Atom(9, 2, Entry("2606.00003v1", "The third of otters")));

        var report = await _test.FetchAsync("arxiv:\"cat:cs.IR AND ti:retrieval\"", most: 3);

        Assert.Equal((3, 9L, null), (report.Counts.Added, report.Total, report.Problem));
        Assert.Equal(3, report.Papers.Count);
        Assert.Equal(
            [
                "/api/query?search_query=cat:cs.IR AND ti:retrieval&sortBy=submittedDate&sortOrder=descending&start=0&max_results=3",
                "/api/query?search_query=cat:cs.IR AND ti:retrieval&sortBy=submittedDate&sortOrder=descending&start=2&max_results=1",
            ],
            _test.Server.Asked.Select(asked => asked.Line));
        Assert.True(_test.Server.Asked[1].At - _test.Server.Asked[0].At >= TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("arxiv:sparse retrieval", "search_query=all:sparse AND all:retrieval&")]
    [InlineData("arxiv:“sparse retrieval”", "search_query=all:sparse AND all:retrieval&")]
    [InlineData("arxiv:au:reed", "search_query=au:reed&")]
    [InlineData("arxiv:2606.00001, 2606.00002v3", "id_list=2606.00001,2606.00002v3&")]
    [InlineData("arXiv:hep-th/9901001", "id_list=hep-th/9901001&")]
    public async Task Fetch_Words_AreAskedForAsTheApiWantsThem(string reference, string asked)
    {
        _test.Server.At("/api/query", Atom(0, 0));

        var report = await _test.FetchAsync(reference);

        Assert.True(report.IsEmpty);
        Assert.Contains(asked, Assert.Single(_test.Server.Asked).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_PageWithoutItsEntries_IsAskedForAgain()
    {
        _test.Server.Next(200, Atom(1, 0)).At("/api/query", Atom(1, 0, Entry("2606.00001v1", "A paper of otters")));

        var report = await _test.FetchAsync("arxiv:au:reed");

        Assert.Equal((1, null), (report.Counts.Added, report.Problem));
    }

    [Fact]
    public async Task Fetch_PagesThatStayWithoutEntries_AreTold()
    {
        _test.Server.At("/api/query", Atom(5, 0));

        var report = await _test.FetchAsync("arxiv:au:reed");

        Assert.Equal("arXiv sends pages without their papers just now. Ask again later; what came so far is kept.", report.Problem);
        Assert.Equal(3, _test.Server.Asked.Count);
    }

    [Fact]
    public async Task Fetch_QueryThatArxivRefuses_SaysWhatToCheck()
    {
        _test.Server.At("/api/query", """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_1234</id>
            <title>Error</title><summary>incorrect id format for 1234</summary></entry></feed>
            """);

        var report = await _test.FetchAsync("arxiv:cat:(((");

        Assert.StartsWith("arXiv did not understand the query. Check its fields", report.Problem, StringComparison.Ordinal);
        Assert.Equal(0, _test.Papers.Count());
    }

    [Fact]
    public async Task Fetch_CategorySinceADay_FollowsResumptionTokens()
    {
        _test.Server.At("/oai?set=cs:cs:IR&from=2026-06-01", Oai("6460044|1001", Record("2606.00001", "2026-06-02", "Herons that fish"), Record("2606.00002", "2026-06-03", "Voles that dig")))
            .At("/oai?resumptionToken=6460044|1001", Oai(null, Record("2606.00003", "2026-06-04", "Swans that guard", "This paper has been withdrawn by the authors")));

        var report = await _test.FetchAsync("arxiv:\"cs.ir since:2026-06-01\"");

        Assert.Equal((3, 3L, null), (report.Counts.Added, report.Total, report.Problem));
        var paper = _test.Paper("arxiv:2606.00001");
        Assert.Equal(["Ida Reed Jr", "Jörg Müller"], paper.Authors);
        Assert.Equal(("Herons fish at $O(n \\log n)$.", "2026-06-10", "10.1234/otters.3", "J. Otters 3 (2026) 14"), (paper.Abstract, paper.Published.ToString(), paper.Doi, paper.Venue));
        Assert.True(_test.Paper("arxiv:2606.00003").Withdrawn);
    }

    [Fact]
    public async Task Fetch_AfterARestart_GoesOnWhereItStopped()
    {
        _test.Server.At("/oai?from=2026-06-01", Oai("token-2", Record("2606.00001", "2026-06-02", "Herons that fish")))
            .At("/oai?resumptionToken=token-2", ReplayServer.Answer(429, "", ("Retry-After", "7200")));
        var stopped = await _test.FetchAsync("arxiv:cs.IR since:2026-06-01");
        _test.Restart();
        _test.Server.At("/oai?resumptionToken=token-2", Oai(null, Record("2606.00002", "2026-06-03", "Voles that dig")));

        var report = await _test.FetchAsync("arxiv:cs.IR since:2026-06-01");

        Assert.Equal(1, stopped.Counts.Added);
        Assert.Equal("arXiv is busy and asks to wait until 11:00 UTC. Ask again then; what came so far is kept.", stopped.Problem);
        Assert.Equal((1, null), (report.Counts.Added, report.Problem));
        Assert.Equal(1, _test.Server.Asked.Count(asked => asked.Line.Contains("from=2026-06-01", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Fetch_KilledAtAnyPage_GoesOnWithThatPage()
    {
        using var killing = new CancellationTokenSource();
        _test.Server.Next(200, Atom(3, 0, Entry("2606.00001v1", "The first of otters"))).Next(200, Atom(3, 1, Entry("2606.00002v1", "The second of otters"))).NextSilent(killing.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.FetchAsync("arxiv:au:reed", cancellationToken: killing.Token));
        _test.Restart();
        _test.Server.At("/api/query?start=2", Atom(3, 2, Entry("2606.00003v1", "The third of otters")));

        var report = await _test.FetchAsync("arxiv:au:reed");

        Assert.Equal((1, 3L, null), (report.Counts.Added, _test.Papers.Count(), report.Problem));
        Assert.Single(_test.Server.Asked, asked => asked.Line.Contains("start=0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fetch_TokenThatExpired_GoesOnFromTheDayThatWasReached()
    {
        _test.Server.At("/oai?from=2026-06-01", Oai("token-2", Record("2606.00001", "2026-06-05", "Herons that fish")))
            .At("/oai?resumptionToken=token-2", OaiError("badResumptionToken"))
            .At("/oai?from=2026-06-05", Oai(null, Record("2606.00001", "2026-06-05", "Herons that fish"), Record("2606.00002", "2026-06-06", "Voles that dig")));

        var report = await _test.FetchAsync("arxiv:cs.IR since:2026-06-01");

        Assert.Equal((2, 1, null), (report.Counts.Added, report.Counts.Unchanged, report.Problem));
    }

    [Theory]
    [InlineData("noRecordsMatch", null)]
    [InlineData("badArgument", "arXiv did not understand the request. Check the category and the date, as in arxiv:\"cs.IR since:2026-06-01\".")]
    public async Task Fetch_ErrorsOfTheProtocol_AreToldOrAreNone(string code, string? problem)
    {
        _test.Server.At("/oai", OaiError(code));

        var report = await _test.FetchAsync("arxiv:hep-th since:2026-06-01");

        Assert.Equal((problem, 0), (report.Problem, report.Counts.Records));
        Assert.Contains("set=physics:hep-th", Assert.Single(_test.Server.Asked).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_Category_IsTheFeedOfTheDay()
    {
        _test.Server.At("/rss/cs.IR", Rss(Item("2606.00001v1", "Voles that dig"), Item("2401.00002v4", "Swans that guard", "replace-cross")));

        var report = await _test.FetchAsync("https://arxiv.org/list/cs.IR/new");

        Assert.Equal((2, null), (report.Counts.Added, report.Problem));
        var (paper, older) = (_test.Paper("arxiv:2606.00001"), _test.Paper("arxiv:2401.00002"));
        Assert.Equal(("Voles dig tunnels.", "2026-06", "2024-01"), (paper.Abstract, paper.Published.ToString(), older.Published.ToString()));
        Assert.Equal(["Ida Reed", "Tom Quill"], paper.Authors);
        Assert.Equal(["cs.IR", "cs.DB"], paper.Categories);
    }

    [Fact]
    public async Task Fetch_OlderVersion_ChangesNothing()
    {
        _test.Server.Next(200, Atom(1, 0, Entry("2606.00001v2", "Otters, revised", "They juggle well."))).Next(200, Atom(1, 0, Entry("2606.00001v1", "Otters, a draft", "They juggle.")));
        await _test.FetchAsync("2606.00001");

        var report = await _test.FetchAsync("2606.00001v1");

        Assert.Equal(1, report.Counts.Unchanged);
        Assert.Equal("Otters, revised", _test.Paper("arxiv:2606.00001").Title);
    }

    [Fact]
    public async Task Fetch_FeedWithADtd_IsRefused()
    {
        _test.Server.At("/api/query", """<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom"><title>&b;</title></feed>""");

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal("The answer of arXiv is not as PaperBot knows it: it is no XML. Try again later; if it stays so, update PaperBot.", report.Problem);
    }
}
