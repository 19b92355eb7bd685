using Microsoft.Extensions.DependencyInjection;
using PaperBot.Ingestion.Feeds;
using PaperBot.Papers;
using PaperBot.Tests.Ingestion.Web;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.Ingestion.Feeds;

public sealed class FeedRunnerTests : IAsyncLifetime
{
    private FetchTest _test = null!;

    private FeedRunner Runner => _test.Rooms.GetRequiredService<FeedRunner>();

    private FeedStore Store => _test.Rooms.GetRequiredService<FeedStore>();

    public async Task InitializeAsync() => _test = await FetchTest.StartAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Fact]
    public async Task RunDue_Feed_IsReadOnceAnInterval()
    {
        Feeds("arxiv:au:reed");
        _test.Server.At("/api/query", Atom(1, 0, Entry("2606.00001v1", "A paper of otters")));

        var next = await Runner.RunDueAsync(default);
        await Runner.RunDueAsync(default);
        _test.Time.Advance(TimeSpan.FromHours(6));
        await Runner.RunDueAsync(default);

        Assert.Equal(1, _test.Papers.Count());
        Assert.Equal(2, _test.Server.Asked.Count);
        Assert.Equal(new DateTimeOffset(2026, 6, 14, 15, 0, 0, TimeSpan.Zero), next);
    }

    [Fact]
    public async Task Look_FeedsThatFail_AreNamedWithWhyAndWhenNext()
    {
        Feeds("arxiv:au:reed\nhf:daily\nnonsense");
        _test.Server.At("/api/query", Atom(1, 0, Entry("2606.00001v1", "A paper of otters"))).At("/hf/", ReplayServer.Answer(429, "", ("Retry-After", "7200")));

        await Runner.RunDueAsync(default);
        var standing = _test.Rooms.GetRequiredService<FeedWatch>().Look();

        Assert.Equal((2, 2), (standing.Feeds, standing.Problems.Count));
        Assert.StartsWith("Line 3 of feeds.txt names no source.", standing.Problems[0], StringComparison.Ordinal);
        Assert.Matches(
            "^hf:daily was never read yet: Hugging Face is busy and asks to wait until 11:00 UTC\\. .* It is tried again 2026-06-14 11:00 UTC\\.$", standing.Problems[1]);
        var condition = PaperBot.Bot.Home.FeedCondition.Of(standing)!;
        Assert.Equal((false, true), (condition.IsWell, condition.Words.EndsWith("1 more problem of this kind; “paperbot doctor” names each.", StringComparison.Ordinal)));
        Assert.Equal(
            "New papers: 2 feeds kept up to date, the next 2026-06-14 11:00 UTC.", PaperBot.Bot.Home.FeedCondition.Of(standing with { Problems = [] })!.Words);
    }

    [Fact]
    public async Task RunDue_NothingNew_IsNotSentAgain()
    {
        Feeds("arxiv:cs.IR");
        _test.Server.At("/rss/cs.IR", async context =>
        {
            var isKnown = context.Request.Headers.IfNoneMatch == "\"v1\"";
            await ReplayServer.Answer(isKnown ? 304 : 200, isKnown ? "" : Rss(Item("2606.00001v1", "Voles that dig")), ("ETag", "\"v1\""))(context);
        });
        await Runner.RunDueAsync(default);
        _test.Restart();
        _test.Time.Advance(TimeSpan.FromHours(6));

        await Runner.RunDueAsync(default);

        Assert.Equal("\"v1\"", _test.Server.Asked[1].Headers["If-None-Match"]);
        Assert.Equal((1, 0, ""), (_test.Papers.Count(), Store.All()[0].Failures, Store.All()[0].Problem));
    }

    [Fact]
    public async Task RunDue_QueryWithNothingNew_StopsAtTheFirstPage()
    {
        _test.Configure = options => options.MostPapers = 4;
        Feeds("arxiv:au:reed");
        _test.Server.At("/api/query?start=0", Atom(4, 0, Entry("2606.00001v1", "The first of otters"), Entry("2606.00002v1", "The second of otters")))
            .At("/api/query?start=2", Atom(4, 2, Entry("2606.00003v1", "The third of otters"), Entry("2606.00004v1", "The fourth of otters")));
        await Runner.RunDueAsync(default);
        _test.Time.Advance(TimeSpan.FromHours(6));

        await Runner.RunDueAsync(default);

        Assert.Equal((4, 3), (_test.Papers.Count(), _test.Server.Asked.Count));
    }

    [Fact]
    public async Task RunDue_CategoryAfterDaysOfSilence_IsHarvestedFromTheDayBefore()
    {
        Feeds("arxiv:cs.IR");
        _test.Server.At("/rss/cs.IR", Rss(Item("2606.00001v1", "Voles that dig"))).At("/oai?from=2026-06-13", Oai(null, Record("2606.00002", "2026-06-16", "Herons that fish")));
        await Runner.RunDueAsync(default);
        _test.Time.Advance(TimeSpan.FromDays(4));

        await Runner.RunDueAsync(default);

        Assert.Equal(2, _test.Papers.Count());
        Assert.Contains("set=cs:cs:IR&from=2026-06-13", _test.Server.Asked[^1].Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunDue_DailyPapersAfterDaysOfSilence_AreCaughtUpWith()
    {
        Feeds("hf:daily");
        _test.Server.At("/hf/daily_papers", HuggingFaceSourceTests.Day);
        await Runner.RunDueAsync(default);
        _test.Time.Advance(TimeSpan.FromDays(3));

        await Runner.RunDueAsync(default);

        Assert.Equal(
            ["/hf/daily_papers?limit=100", "/hf/daily_papers?date=2026-06-14&limit=100", "/hf/daily_papers?date=2026-06-15&limit=100", "/hf/daily_papers?date=2026-06-16&limit=100", "/hf/daily_papers?limit=100"],
            _test.Server.Asked.Select(asked => asked.Line));
    }

    [Fact]
    public async Task RunDue_SourceThatWantsToBeLeftAlone_IsAskedWhenItSays()
    {
        Feeds("arxiv:cs.IR since:2026-06-01", "hf:daily");
        _test.Server.Next(200, Oai("token-2", Record("2606.00001", "2026-06-02", "Herons that fish"))).Next(429, "", ("Retry-After", "5000"));
        _test.Server.At("/hf/daily_papers", "[]");

        await Runner.RunDueAsync(default);
        var failed = Store.All().Single(feed => feed.Name.StartsWith("arxiv", StringComparison.Ordinal));
        _test.Restart();
        _test.Server.At("/oai?resumptionToken=token-2", Oai(null, Record("2606.00002", "2026-06-03", "Voles that dig")));
        _test.Time.Advance(TimeSpan.FromSeconds(5000));
        await Runner.RunDueAsync(default);

        Assert.Equal((1, "arXiv is busy and asks to wait until 10:23 UTC. Ask again then; what came so far is kept."), (failed.Failures, failed.Problem));
        Assert.Equal(TimeSpan.FromSeconds(5000), failed.NextAt - new DateTimeOffset(2026, 6, 14, 9, 0, 3, TimeSpan.Zero));
        Assert.Equal(2, _test.Papers.Count());
        Assert.All(Store.All(), feed => Assert.Equal((0, ""), (feed.Failures, feed.Problem)));
    }

    [Fact]
    public async Task RunDue_FailuresInARow_AreFurtherAndFurtherApart()
    {
        Feeds("hf:daily");
        _test.Server.At("/hf/", ReplayServer.Answer(400, ""));
        var pauses = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var next = await Runner.RunDueAsync(default);
            pauses.Add((next!.Value - _test.Time.GetUtcNow()).TotalMinutes);
            _test.Time.SetUtcNow(next.Value);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 360, 360], pauses.Select(pause => Math.Round(pause)));
    }

    [Fact]
    public async Task RunDue_TwoProcessesOnOneLibrary_ReadAFeedOnce()
    {
        Feeds("hf:daily");
        _test.Server.At("/hf/daily_papers", HuggingFaceSourceTests.Day);
        var (one, other) = (Runner, _test.Restart().GetRequiredService<FeedRunner>());

        await Task.WhenAll(one.RunDueAsync(default), other.RunDueAsync(default));

        Assert.Single(_test.Server.Asked);
    }

    [Fact]
    public async Task RunDue_Stopped_GivesTheFeedToTheNextProcessAtOnce()
    {
        Feeds("hf:daily");
        var asked = new TaskCompletionSource();
        _test.Server.NextSilent(asked.SetResult).At("/hf/daily_papers", HuggingFaceSourceTests.Day);
        using var stopping = new CancellationTokenSource();
        var run = Runner.RunDueAsync(stopping.Token);
        await asked.Task;
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        _test.Restart();

        await Runner.RunDueAsync(default);

        Assert.Equal(2, _test.Papers.Count());
    }

    [Fact]
    public async Task RunDue_FeedOfAProcessThatDied_IsTakenOverAfterAWhile()
    {
        Feeds("hf:daily");
        _test.Server.At("/hf/daily_papers", HuggingFaceSourceTests.Day);
        Assert.NotNull(Store.Claim(FeedList.Parse(["hf:daily"], "feeds.txt").Feeds[0]));
        _test.Restart();

        await Runner.RunDueAsync(default);
        var early = _test.Papers.Count();
        _test.Time.Advance(TimeSpan.FromMinutes(30));
        await Runner.RunDueAsync(default);

        Assert.Equal((0, 2), (early, _test.Papers.Count()));
    }

    [Fact]
    public async Task RunDue_ZoteroLibrary_AsksForChangesOnly()
    {
        Feeds("zotero:groups/77");
        _test.Server.At("/zotero/groups/77/items/top?start=0", Answers.ZoteroItems, ("Total-Results", "3"), ("Last-Modified-Version", "815"));
        await Runner.RunDueAsync(default);
        _test.Time.Advance(TimeSpan.FromHours(6));

        await Runner.RunDueAsync(default);

        Assert.EndsWith("&limit=100&since=815", _test.Server.Asked[^1].Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunDue_Folder_TakesFilesThatComeAndChange()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_test.Folder.Path, "inbox")).FullName;
        Feeds($"folder:{folder}");
        Put(folder, "a.ris", "TY  - JOUR\nTI  - Otters that juggle\nER  - \n", age: 60);
        Put(folder, "b.pdf", "%PDF-1.7", age: 60);
        Put(folder, "c.bib", "@misc{c, title = {Herons that fish}}", age: 1);
        await Runner.RunDueAsync(default);
        var first = _test.Papers.All().Select(paper => paper.Title).ToList();
        _test.Time.Advance(TimeSpan.FromMinutes(1));
        Put(folder, "a.ris", "TY  - JOUR\nTI  - Otters that juggle\nAB  - They do.\nER  - \n", age: 30);

        await Runner.RunDueAsync(default);

        Assert.Equal(["Otters that juggle"], first);
        Assert.Equal([("Otters that juggle", "They do."), ("Herons that fish", "")], _test.Papers.All().Select(paper => (paper.Title, paper.Abstract)));
    }

    [Fact]
    public async Task RunDue_FolderThatIsNotThere_IsToldAndTriedAgain()
    {
        Feeds("folder:/no/such/folder");

        await Runner.RunDueAsync(default);

        Assert.StartsWith("The folder /no/such/folder cannot be read: ", Assert.Single(Store.All()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunDue_NoList_HasNothingToDo() => Assert.Null(await Runner.RunDueAsync(default));

    [Fact]
    public void Parse_Lines_AreFeedsCommentsOrMistakes()
    {
        var (feeds, mistakes) = FeedList.Parse(["# all", "", "hf:daily   # each day", "hf:daily", "arxiv:\"cat:cs.CL AND ti:x\"", "folder: /srv/my papers", "nonsense"], "feeds.txt");

        Assert.Equal(["hf:daily", "arxiv:cat:cs.CL AND ti:x", "folder:/srv/my papers"], feeds.Select(feed => feed.Name));
        Assert.Equal("Line 7 of feeds.txt names no source. Feeds are written as hf:daily, arxiv:cs.IR, arxiv:\"ti:retrieval\" or folder:/srv/papers.", Assert.Single(mistakes));
    }

    [Fact]
    public void ShippedList_NamesFeedsOnly_WhenItsExamplesAreTakenIn()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "config", "feeds.txt"));

        Assert.Empty(FeedList.Parse(lines, "feeds.txt").Feeds);
        var (feeds, mistakes) = FeedList.Parse([.. lines.Select(line => line[Math.Min(2, line.Length)..]).Where(line => line.Contains(':', StringComparison.Ordinal) && line.Contains("  ", StringComparison.Ordinal)).Select(line => line.Split("  ")[0])], "feeds.txt");
        Assert.Equal((7, 0), (feeds.Count, mistakes.Count));
    }

    private void Feeds(params string[] lines)
    {
        var file = _test.Folder.File("feeds.txt", string.Join('\n', lines));
        var earlier = _test.Configure;
        _test.Configure = options =>
        {
            options.FeedsFile = file;
            earlier(options);
        };
    }

    private void Put(string folder, string name, string text, int age)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, _test.Time.GetUtcNow().UtcDateTime.AddSeconds(-age));
    }
}
