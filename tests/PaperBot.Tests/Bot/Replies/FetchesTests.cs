using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Ingestion.Feeds;
using PaperBot.Tests.Ingestion.Web;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.Bot.Replies;

/// <summary>What a person in chat is told who adds papers by their names, with a server in the place of all sources.</summary>
public sealed class FetchesTests : IAsyncLifetime
{
    private FetchTest _test = null!;

    public async Task InitializeAsync() => _test = await FetchTest.StartAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Theory]
    [InlineData("2606.00001")]
    [InlineData("arxiv:2606.00001")]
    [InlineData("<https://arxiv.org/abs/2606.00001>")]
    [InlineData("<https://arxiv.org/pdf/2606.00001v1|arxiv.org/pdf/2606.00001v1>")]
    [InlineData("this paper please: <https://arxiv.org/abs/2606.00001>")]
    [InlineData("arxiv:“ti:otters AND cat:cs.IR”")]
    public async Task Add_Reference_BringsThePaperAndShowsIt(string text)
    {
        _test.Server.At("/api/query", Atom(1, 0, Entry("2606.00001v1", "A paper of otters")));

        var reply = await AddAsync(text);

        Assert.StartsWith("1 paper: 1 added.\n1. A paper of otters", reply.Text, StringComparison.Ordinal);
        Assert.Equal((ReplyKind.Papers, 1L), (reply.Kind, _test.Papers.Count()));
        Assert.Contains("in the library already", (await AddAsync("2606.00001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_SeveralReferences_BringsEach()
    {
        _test.Server.At("/api/query?id_list=2606.00001", Atom(1, 0, Entry("2606.00001v1", "The first of otters")))
            .At("/api/query?id_list=2606.00002", Atom(1, 0, Entry("2606.00002v1", "The second of otters"))).At("/crossref/", Answers.CrossrefWork);

        var reply = await AddAsync("2606.00001, 2606.00002 doi:10.1234/otters.3");

        Assert.StartsWith("3 papers: 3 added.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_QueryWithMany_TakesFiftyAndSaysSo_AndLeavesTheFeedAlone()
    {
        _test.Server.At("/api/query", Atom(900, 0, [.. Enumerable.Range(1, 80).Select(i => Entry($"2606.{i:D5}v1", $"A paper of otters, number {i}"))]));
        _test.Server.At("/rss/cs.IR", Rss([.. Enumerable.Range(1, 80).Select(i => Item($"2607.{i:D5}v1", $"Voles that dig, number {i}"))]), ("ETag", "\"v1\""));

        var reply = await AddAsync("arxiv:\"au:reed\"");
        var today = await AddAsync("arxiv:cs.IR");

        Assert.StartsWith("50 papers: 50 added.\narXiv has 900 papers for this; I add up to 50 at a time, and whoever runs me can ingest more.", reply.Text, StringComparison.Ordinal);
        Assert.StartsWith("50 papers: 50 added.\narXiv has 80 papers for this; I add", today.Text, StringComparison.Ordinal);
        Assert.Equal(100, _test.Papers.Count());
        // Whoever reads all of the day's papers is not told that nothing is new.
        _test.Configure = options => options.FeedsFile = _test.Folder.File("feeds.txt", "arxiv:cs.IR\n");
        await _test.Restart().GetRequiredService<FeedRunner>().RunDueAsync(default);
        Assert.Equal(130, _test.Papers.Count());
    }

    [Fact]
    public async Task Add_SourceThatIsBusy_SaysWhenToComeBack()
    {
        _test.Server.At("/api/query", ReplayServer.Answer(429, "", ("Retry-After", "3600")));

        var reply = await AddAsync("2606.00001");

        Assert.Equal(
            "arXiv is busy and asks to wait until 10:00 UTC. Ask again then; what came so far is kept. That is <!date^1781431200^{date_short_pretty} at {time}|2026-06-14 10:00 UTC>.",
            reply.Text);
    }

    [Fact]
    public async Task Add_SourceThatTakesTooLong_IsNotWaitedForEndlessly()
    {
        _test.Server.Next(200, Atom(2, 0, Entry("2606.00001v1", "The first of otters"))).NextSilent(_test.Time.PassDeadlines);

        var reply = await AddAsync("arxiv:au:reed");

        Assert.StartsWith("1 paper: 1 added.\narXiv takes long just now. Ask again to go on; what came so far is kept.", reply.Text, StringComparison.Ordinal);
        _test.Server.At("/api/query?start=1", Atom(2, 1, Entry("2606.00002v1", "The second of otters")));
        Assert.StartsWith("1 paper: 1 added.\n1. The second of otters", (await AddAsync("arxiv:au:reed")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2606.00001", "arXiv has nothing for arxiv:2606.00001.")]
    [InlineData("doi:10.1234/otters.3", "Crossref has nothing for doi:10.1234/otters.3.")]
    [InlineData("hf:yesterday", "Hugging Face can be asked for a day or a paper")]
    [InlineData("spotify:otters", "names no paper or source that I can fetch from, so nothing is added.")]
    [InlineData("http://169.254.169.254/latest/meta-data", "names no paper or source that I can fetch from, so nothing is added.")]
    [InlineData("http://localhost:8080/papers", "names no paper or source that I can fetch from, so nothing is added.")]
    [InlineData("file:///etc/passwd", "names no paper or source that I can fetch from, so nothing is added.")]
    [InlineData("https://example.org/arxiv.org/abs", "names no paper or source that I can fetch from, so nothing is added.")]
    [InlineData("folder:/srv/papers", "A folder is read only where whoever runs me listed it.")]
    public async Task Add_WhatCannotBeHad_SaysWhy(string text, string said)
    {
        _test.Server.At("/api/query", Atom(0, 0));

        Assert.Contains(said, (await AddAsync(text)).Text, StringComparison.Ordinal);
        Assert.All(_test.Server.Asked, asked => Assert.Matches("^/(api/query|crossref/works|openalex/works)", asked.Line));
    }

    [Theory]
    [InlineData("zotero:users/9", false)]
    [InlineData("zotero:groups/770", false)]
    [InlineData("https://www.zotero.org/groups/8/otters", false)]
    [InlineData("zotero:", true)]
    [InlineData("zotero:groups/77", true)]
    [InlineData("zotero:groups/77/collections/ABCD2345", true)]
    public async Task Add_ZoteroWithAKey_ReadsTheLibraryOfTheSettingsAlone(string text, bool isRead)
    {
        _test.Configure = options => (options.ZoteroKey, options.ZoteroLibrary) = ("z-1", "groups/77");
        _test.Server.At("/zotero/", Answers.ZoteroItems);

        var reply = await AddAsync(text);

        Assert.Equal((isRead, isRead), (_test.Server.Asked.Count > 0, _test.Papers.Count() > 0));
        Assert.Equal(!isRead, reply.Text.Contains("is not the Zotero library that I was set up with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_ManyPeopleAtASlowSource_AreToldToComeBack()
    {
        var asked = new TaskCompletionSource();
        _test.Server.NextSilent(() => asked.TrySetResult());
        var waiting = Enumerable.Range(0, 3).Select(i => AddAsync($"arxiv:au:reed{i}")).ToList();
        await asked.Task;

        var reply = await AddAsync("arxiv:au:quill");

        Assert.Equal("I am fetching papers for others just now. Ask again in a minute.", reply.Text);
        _test.Server.At("/api/query", Atom(0, 0));
        _test.Time.PassDeadlines();
        await Task.WhenAll(waiting);
        Assert.DoesNotContain("for others", (await AddAsync("arxiv:au:quill")).Text, StringComparison.Ordinal);
    }

    private Task<Reply> AddAsync(string text) => _test.Rooms.GetRequiredService<Responder>().ReplyAsync(
        RequestReader.Read($"add {text}"), new Place("T1", "C1", "", "U1", IsPrivate: true), CancellationToken.None);
}
