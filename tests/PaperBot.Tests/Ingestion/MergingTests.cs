using FsCheck;
using FsCheck.Xunit;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;
using PaperBot.Tests.Ingestion.Web;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.Ingestion;

/// <summary>One paper of several sources is one paper.</summary>
public sealed class MergingTests : IDisposable
{
    private static readonly Paper[] OfOnePaper =
    [
        Record("arxiv", "arxiv:2606.00001") with { Abstract = "Of arXiv.", Authors = ["Ida Reed", "Tom Quill"], Categories = ["cs.IR"], Published = new(2026, 6, 9), Venue = "to appear" },
        Record("huggingface", "arxiv:2606.00001") with { Abstract = "Of the day.", Signals = new() { Upvotes = 41, Tldr = "They juggle." } },
        Record("semanticscholar", "arxiv:2606.00001") with { Abstract = "Of a scholar.", Doi = "10.1234/otters.3", Venue = "J. Ott.", Published = new(2026, 7, 1), Signals = new() { Citations = 12 } },
        Record("crossref", "doi:10.1234/otters.3") with { Title = "Otters That Juggle Stones", Authors = ["I. Reed"], Doi = "10.1234/otters.3", Venue = "Journal of Otters", Published = new(2026, 8, 2) },
        Record("openalex", "doi:10.1234/otters.3") with { Abstract = "Of an index.", Doi = "10.1234/otters.3", Venue = "Journal of the Otters", Signals = new() { Citations = 14 } },
        Record("pubmed", "doi:10.1234/otters.3") with { Authors = ["Ida Reed"], Doi = "10.1234/otters.3", Venue = "J Otters" },
    ];

    private readonly TemporaryFolder _folder = new();

    private PaperStore Papers => _folder.Papers();

    private SignalStore Signals => new(_folder.Library());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fetch_TwoSourcesOfOnePaper_MakeOneOfTheBest()
    {
        await using var test = await FetchTest.StartAsync();
        test.Server.At("/hf/daily_papers", HuggingFaceSourceTests.Day)
            .At("/api/query", Atom(1, 0, Entry("2606.00001v1", "Otters that juggle stones", "Otters juggle stones, says arXiv.", "Ida Reed;Tom Quill", "<arxiv:doi>10.1234/otters.3</arxiv:doi>")))
            .At("/s2/graph/v1/paper/search", Answers.ScholarSearch.Replace("\"next\": 2,", "", StringComparison.Ordinal))
            .At("/crossref/works/", Answers.CrossrefWork)
            .At("/openalex/works/", Answers.OpenAlexWork);
        foreach (var reference in new[] { "hf:daily", "s2:otters that juggle", "doi:10.1234/otters.3", "2606.00001", "openalex:10.1234/otters.3" })
            Assert.Null((await test.FetchAsync(reference)).Problem);

        var paper = test.Paper("doi:10.1234/otters.3");
        Assert.Equal(("arxiv:2606.00001", "Otters that juggle stones", "Otters juggle stones, says arXiv."), (paper.Key.Value, paper.Title, paper.Abstract));
        Assert.Equal(("2026-06-09", "Journal of Otters", "10.1234/otters.3", "arxiv"), (paper.Published.ToString(), paper.Venue, paper.Doi, paper.Source));
        Assert.Equal(["Ida Reed", "Tom Quill"], paper.Authors);
        var reception = new SignalStore(test.Folder.Library()).Find([paper.Key])[paper.Key];
        Assert.Equal(["arxiv", "crossref", "huggingface", "openalex", "semanticscholar"], reception.Sources);
        Assert.Equal((41, 14, "Otters are shown to juggle."), (reception.Signals.Upvotes, reception.Signals.Citations, reception.Signals.Tldr));
        Assert.Equal(1, test.Papers.All().Count(other => other.Title.StartsWith("Otters", StringComparison.Ordinal)));
    }

    [Property(MaxTest = 60)]
    public bool Store_RecordsInAnyOrder_MakeTheSamePaper(int seed)
    {
        using var folder = new TemporaryFolder();
        var papers = folder.Papers();
        var order = OfOnePaper.ToArray();
        new System.Random(seed).Shuffle(order);
        foreach (var record in order)
            papers.Store([record]);

        var paper = papers.All().Single();
        return paper is
        {
            Key.Value: "arxiv:2606.00001", Title: "Otters that juggle stones", Abstract: "Of arXiv.", Venue: "Journal of Otters", Doi: "10.1234/otters.3", Authors.Count: 2, Categories.Count: 1,
            Published: { Month: 6 },
        } && new SignalStore(folder.Library()).Find([paper.Key])[paper.Key].Sources.Count == OfOnePaper.Length
            && papers.Find(PaperKey.Doi("10.1234/otters.3")) is not null;
    }

    [Fact]
    public void Store_RecordThatNamesTwoKnownPapers_MakesThemOne()
    {
        Papers.Store([Record("arxiv", "arxiv:2606.00001") with { Title = "A first title for otters", Authors = ["Ida Reed"] }]);
        Papers.Store([Record("crossref", "doi:10.1234/otters.3") with { Title = "Otters that juggle", Doi = "10.1234/otters.3", Authors = ["I. Reed"], Venue = "Journal of Otters" }]);
        Assert.Equal(2, Papers.Count());

        Papers.Store([Record("semanticscholar", "arxiv:2606.00001") with { Title = "Otters that juggle", Doi = "10.1234/otters.3", Authors = ["Ida Reed"] }]);

        var paper = Assert.Single(Papers.All());
        Assert.Equal(("arxiv:2606.00001", "A first title for otters", "Journal of Otters"), (paper.Key.Value, paper.Title, paper.Venue));
        Assert.Equal(paper.Key, Papers.Find(PaperKey.Doi("10.1234/otters.3"))!.Key);
        Assert.Single(Papers.FindByTitle("first title otters", 5));
        Assert.Empty(Papers.FindByTitle("Otters that juggle", 5));
    }

    [Theory]
    // A preprint of another server, and its publication.
    [InlineData("doi:10.1101/2026.01.01.1", "Ida Reed", 2026, "doi:10.1234/otters.3", "I. Reed", 2027, true)]
    [InlineData("arxiv:2606.00001", "Ida Reed", 2026, "doi:10.1234/otters.3", "Reed", 2026, true)]
    [InlineData("local:s2-1", "José Müller", 2026, "local:pubmed-2", "J. Muller", 2026, true)]
    [InlineData("local:s2-1", "", 2026, "local:pubmed-2", "", 2026, false)]
    [InlineData("doi:10.1234/otters.3", "Ida Reed", 2026, "doi:10.1234/otters.4", "Ida Reed", 2026, false)]
    [InlineData("arxiv:2606.00001", "Ida Reed", 2026, "arxiv:2606.00002", "Ida Reed", 2026, false)]
    [InlineData("arxiv:2606.00001", "Ida Reed", 2026, "doi:10.1234/otters.3", "Tom Quill", 2026, false)]
    [InlineData("arxiv:2006.00001", "Ida Reed", 2020, "doi:10.1234/otters.3", "Ida Reed", 2026, false)]
    public void Store_EqualTitles_AreOnePaperWhereNamesAndYearsAgree(string first, string author, int year, string second, string other, int otherYear, bool isOne)
    {
        Papers.Store([Record("one", first) with { Authors = author.Length > 0 ? [author] : [], Published = new(year) }]);

        Papers.Store([Record("two", second) with { Authors = other.Length > 0 ? [other] : [], Published = new(otherYear), Title = "OTTERS that juggle: stones!" }]);

        Assert.Equal(isOne ? 1 : 2, Papers.Count());
    }

    [Fact]
    public void Store_DoiOfAnotherPaperByMistake_JoinsNothing()
    {
        Papers.Store([Record("arxiv", "arxiv:2606.00001") with { Authors = ["Ida Reed"], Doi = "10.1234/x" }]);

        Papers.Store([Record("crossref", "doi:10.1234/x") with { Title = "A treatise upon herons", Authors = ["Tom Quill"], Doi = "10.1234/x" }]);
        Papers.Store([Record("arxiv", "arxiv:2606.00002") with { Title = "Otters that sleep", Authors = ["Ida Reed"], Doi = "10.1234/x" }]);

        Assert.Equal(3, Papers.Count());
    }

    [Fact]
    public void Store_RecordWhoseKeyIsAnothersDoi_IsFoundAgainByThatKey()
    {
        var other = Record("crossref", "doi:10.1234/x") with { Title = "A treatise upon herons", Doi = "10.1234/x" };
        Papers.Store([Record("arxiv", "arxiv:2606.00001") with { Title = "A note on otters", Doi = "10.1234/x" }, other]);

        Assert.Equal([StoreOutcome.Unchanged], Papers.Store([other]));
        Assert.Equal([StoreOutcome.Unchanged], Papers.Store([Record("arxiv", "arxiv:2606.00001") with { Title = "A note on otters", Doi = "10.1234/x" }]));
        Assert.Equal(other.Title, Papers.Find(other.Key)!.Title);
    }

    /// <summary>Whatever records say of each other, none is lost, none is refused, and each is found by its key.</summary>
    [Property(MaxTest = 150)]
    public bool Store_AnyRecords_AreFoundByTheirKeys(NonEmptyArray<ushort> picks)
    {
        using var folder = new TemporaryFolder();
        var papers = folder.Papers();
        string[] keys = ["arxiv:2606.00001", "arxiv:2606.00002", "doi:10.1234/x", "doi:10.1234/y", "acl:2020.acl-main.1", "local:a", "local:b"];
        string[] titles = ["Otters that juggle", "Otters that juggle stones", "A treatise upon herons"];
        string[] names = ["Ida Reed", "Tom Quill", ""];
        string[] sources = ["arxiv", "crossref", "jsonl"];
        foreach (var pick in picks.Get)
        {
            var (name, doi) = (names[pick / 21 % 3], new[] { null, "10.1234/x", "10.1234/y" }[pick / 63 % 3]);
            var paper = Record(sources[pick / 189 % 3], keys[pick % 7]) with { Title = titles[pick / 7 % 3], Authors = name.Length > 0 ? [name] : [], Doi = doi };
            papers.Store([paper]);
            if (papers.Find(paper.Key) is null || papers.Store([paper]).Contains(StoreOutcome.Added))
                return false;
        }

        return papers.All().All(paper => papers.Find(paper.Key)?.Key == paper.Key);
    }

    [Fact]
    public void Store_FinerDate_IsKeptWhoeverSaysIt()
    {
        Papers.Store([Record("huggingface", "arxiv:2606.00001") with { Published = new(2026, 6, 9) }]);
        Papers.Store([Record("arxiv", "arxiv:2606.00001") with { Published = new(2026, 6) }]);

        Assert.Equal("2026-06-09", Assert.Single(Papers.All()).Published.ToString());
    }

    [Fact]
    public void Store_Retraction_IsMarkedTillItsSourceTakesItBack()
    {
        var time = new LeapingTime();
        var papers = _folder.Papers(time);
        var before = time.GetUtcNow();
        papers.Store([Record("arxiv", "arxiv:2606.00001") with { Doi = "10.1234/x", Authors = ["Ida Reed"] }]);
        time.Advance(TimeSpan.FromDays(1));
        var retracted = Record("crossref", "doi:10.1234/x") with { Doi = "10.1234/x", Authors = ["Ida Reed"], Withdrawn = true, Signals = new() { Retracted = true } };
        papers.Store([retracted]);
        time.Advance(TimeSpan.FromDays(1));
        papers.Store([retracted, Record("arxiv", "arxiv:2606.00001") with { Doi = "10.1234/x", Authors = ["Ida Reed"] }]);

        var told = Assert.Single(Signals.TakenBack(before));
        Assert.Equal(("arxiv:2606.00001", true, before + TimeSpan.FromDays(1)), (told.Paper.Key.Value, told.IsRetracted, told.At));
        Assert.True(told.Paper.Withdrawn);
        Assert.Empty(Signals.TakenBack(before + TimeSpan.FromDays(1.5)));
        papers.Store([retracted with { Withdrawn = false, Signals = null }]);
        Assert.False(Assert.Single(papers.All()).Withdrawn);
    }

    [Fact]
    public void Store_Signals_AreKeptAndCountedOn()
    {
        var day = new DateOnly(2026, 6, 12);
        var record = Record("huggingface", "arxiv:2606.00001") with { Signals = new() { Upvotes = 3, Keywords = ["juggling"], FeaturedOn = day } };
        Papers.Store([record, Record("huggingface", "arxiv:2606.00002") with { Title = "Herons that fish", Signals = new() { Upvotes = 9, FeaturedOn = day } }]);

        var again = Papers.Store([record with { Signals = new() { Upvotes = 5, Tldr = "They juggle." } }]);

        Assert.Equal([StoreOutcome.Unchanged], again);
        var signals = Signals.Find([record.Key])[record.Key].Signals;
        Assert.Equal((5, "They juggle.", "juggling", day), (signals.Upvotes, signals.Tldr, Assert.Single(signals.Keywords), signals.FeaturedOn));
        Assert.Equal(["arxiv:2606.00002", "arxiv:2606.00001"], Signals.Featured(day, 10).Select(paper => paper.Key.Value));
        Assert.Equal(day, Signals.LastFeatured());
    }

    [Fact]
    public void Store_SourceThatCorrectsItself_IsFollowed_AndABetterOneIsNotOverruled()
    {
        Papers.Store([Record("arxiv", "arxiv:2606.00001") with { Abstract = "A first abstract." }]);
        Papers.Store([Record("arxiv", "arxiv:2606.00001") with { Abstract = "A second abstract." }]);
        Papers.Store([Record("huggingface", "arxiv:2606.00001") with { Abstract = "A first abstract." }]);

        Assert.Equal("A second abstract.", Assert.Single(Papers.All()).Abstract);
        Assert.Single(Papers.List(SearchFilter.None with { Sources = ["huggingface"] }, 10));
    }

    [Fact]
    public void Open_LibraryOfBefore_KnowsItsPapersByAllTheirNames()
    {
        using (var old = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, LibraryDatabase.FileName)}"))
        {
            old.Open();
            foreach (var script in new[] { "0001_library", "0002_bot", "0003_language_model" })
            {
                using var reader = new StreamReader(typeof(LibraryDatabase).Assembly.GetManifestResourceStream($"PaperBot.Storage.Migrations.{script}.sql")!);
                old.Execute(reader.ReadToEnd());
            }

            old.Execute("""
                INSERT INTO papers (key, title, abstract, authors, categories, doi, source, withdrawn, terms, title_key, content_hash, added_at, updated_at)
                VALUES ('arxiv:2606.00001', 'Otters that juggle stones', 'They do.', '["Ida Reed"]', '[]', '10.1234/x', 'jsonl', 1, '', 'otters that juggle stones', x'00', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z');
                PRAGMA user_version = 3;
                """);
        }

        SqliteConnection.ClearAllPools();
        Papers.Store([Record("crossref", "doi:10.1234/x") with { Doi = "10.1234/x", Authors = ["I. Reed"], Venue = "Journal of Otters" }]);

        var paper = Assert.Single(Papers.All());
        Assert.Equal(("arxiv:2606.00001", "They do.", "Journal of Otters", true), (paper.Key.Value, paper.Abstract, paper.Venue, paper.Withdrawn));
        Assert.Equal(["crossref", "jsonl"], Signals.Find([paper.Key])[paper.Key].Sources);
    }

    private static Paper Record(string source, string key) => new() { Key = new(key), Title = "Otters that juggle stones", Source = source };
}
