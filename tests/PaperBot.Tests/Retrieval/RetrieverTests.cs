using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Retrieval;

[Collection(SmallLibraryTests.Name)]
public sealed partial class RetrieverTests(SmallLibrary library)
{
    private static readonly SearchMode[] Modes = [SearchMode.Hybrid, SearchMode.Vector, SearchMode.Keyword];

    [Theory]
    [InlineData("counting insects that glow at night", "arxiv:2206.01001")]
    [InlineData("timetables of ships after bad weather", "arxiv:2402.01007")]
    [InlineData("nearest neighbour search with little memory", "arxiv:2303.01004")]
    [InlineData("energy that training again every night takes", "arxiv:2305.01009")]
    public async Task Search_Hybrid_FindsThePaperOfTheTopic(string text, string paper) =>
        Assert.Equal(paper, (await SearchAsync(text, SearchMode.Hybrid)).Hits[0].Paper.Key.Value);

    [Fact]
    public async Task Search_Vector_FindsByMeaningWithoutACommonWord()
    {
        var found = await SearchAsync("glowing beetles", SearchMode.Vector);

        Assert.Equal(InventedPapers.Fireflies.Key, found.Hits[0].Paper.Key);
        Assert.Equal(SearchNotice.None, found.Notice);
    }

    [Fact]
    public async Task Search_Keyword_FindsOnlyPapersWithAWord()
    {
        var found = await SearchAsync("dough oven zeppelin", SearchMode.Keyword);

        Assert.Equal([InventedPapers.Dough.Key], found.Hits.Select(hit => hit.Paper.Key));
        Assert.Equal(SearchNotice.None, found.Notice);
    }

    [Fact]
    public async Task Search_AnyMode_RanksFromOneToZero()
    {
        foreach (var mode in Modes)
        {
            var hits = (await SearchAsync("models of birds and models of dough", mode)).Hits;

            Assert.NotEmpty(hits);
            Assert.Equal(1, hits[0].Score);
            Assert.All(hits, hit => Assert.InRange(hit.Score, 0, 1));
            Assert.Equal(hits.OrderByDescending(hit => hit.Score), hits);
            Assert.Equal(hits.Count, hits.Select(hit => hit.Paper.Key).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("models since:2023")]
    [InlineData("models until:2020-12")]
    [InlineData("models author:quill")]
    [InlineData("models category:cs")]
    [InlineData("models category:cs.CV")]
    [InlineData("models author:farrow category:cs.RO since:2021 until:2021")]
    public async Task Search_Conditions_HoldForEveryHitInEveryMode(string typed)
    {
        var query = SearchQuery.Parse(typed, out _);
        var allowed = library.Rooms.Get<PaperStore>().List(query.Filter, 100).Select(paper => paper.Key).ToHashSet();
        Assert.NotEmpty(allowed);

        foreach (var mode in Modes)
        {
            var found = await library.Retriever.SearchAsync(query, 100, mode, CancellationToken.None);
            Assert.All(found.Hits, hit => Assert.Contains(hit.Paper.Key, allowed));
            Assert.True(mode == SearchMode.Keyword || found.Hits.Count == allowed.Count, "By meaning every paper is near in some way.");
        }
    }

    [Fact]
    public async Task Search_ConditionsAlone_ListsNewestFirst()
    {
        var found = await SearchAsync("author:vallarta", SearchMode.Hybrid);

        Assert.Equal([InventedPapers.Ferries.Key, InventedPapers.Pumps.Key], found.Hits.Select(hit => hit.Paper.Key));
        Assert.All(found.Hits, hit => Assert.Equal("meets the conditions", hit.Why));
    }

    [Fact]
    public async Task Search_Limit_IsKept() => Assert.Equal(3, (await library.Retriever.SearchAsync(SearchQuery.Parse("models", out _), 3, SearchMode.Hybrid, CancellationToken.None)).Hits.Count);

    [Theory]
    [InlineData("bird song transcription")]
    [InlineData("Quill")]
    [InlineData("retraining every night in shops by Yusuf Brandt")]
    [InlineData("memory of microcontrollers, ferries, raspberries, dough, chess")]
    [InlineData("quantum chromodynamics")]
    public async Task Search_Why_IsTrueOfEachHit(string text)
    {
        foreach (var mode in Modes)
            Assert.All((await SearchAsync(text, mode)).Hits, hit => AssertTrue(hit.Why, hit.Paper));
    }

    [Fact]
    public async Task Search_NothingInCommon_SaysThatItIsTheNearest() =>
        Assert.Contains((await SearchAsync("quantum chromodynamics", SearchMode.Hybrid)).Hits, hit => hit.Why == "the nearest there is");

    [Fact]
    public async Task Similar_EveryPaper_NeverItself()
    {
        foreach (var paper in InventedPapers.All)
        {
            var found = await library.Retriever.SimilarAsync(paper, SearchFilter.None, 5, CancellationToken.None);

            Assert.Equal(5, found.Hits.Count);
            Assert.DoesNotContain(found.Hits, hit => hit.Paper.Key == paper.Key);
            Assert.All(found.Hits, hit => AssertTrue(hit.Why, hit.Paper));
        }
    }

    [Fact]
    public async Task Similar_PaperOfTheSameTopic_ComesFirst()
    {
        using var rooms = await library.FillAsync([.. InventedPapers.All, SomePaper.Titled("Raspberry picking", "A robot hand picks berries gently.")]);

        var found = await rooms.Get<Retriever>().SimilarAsync(InventedPapers.Moss, SearchFilter.None, 1, CancellationToken.None);

        Assert.Equal("Raspberry picking", found.Hits[0].Paper.Title);
    }

    [Fact]
    public async Task AnySearch_WithoutAModel_GoesByWordsBestFirstAndSaysSo()
    {
        using var rooms = new LibraryRooms();
        rooms.Get<PaperStore>().Store(InventedPapers.All);
        var retriever = rooms.Get<Retriever>();
        var query = SearchQuery.Parse("soft gripper for ripe fruit, modelled on moss", out _);

        foreach (var mode in new[] { SearchMode.Hybrid, SearchMode.Vector })
        {
            var found = await retriever.SearchAsync(query, 5, mode, CancellationToken.None);
            Assert.Equal(InventedPapers.Moss.Key, found.Hits[0].Paper.Key);
            Assert.Equal(SearchNotice.MissingModel, found.Notice);
        }

        var similar = await retriever.SimilarAsync(InventedPapers.Moss, SearchFilter.None, 5, CancellationToken.None);
        Assert.DoesNotContain(similar.Hits, hit => hit.Paper.Key == InventedPapers.Moss.Key);
        Assert.Equal(SearchNotice.MissingModel, similar.Notice);
        Assert.Equal(SearchNotice.None, (await retriever.SearchAsync(query, 5, SearchMode.Keyword, CancellationToken.None)).Notice);
    }

    [Fact]
    public async Task Search_PapersNotEmbeddedYet_AreFoundByTheirWords()
    {
        using var rooms = await library.FillAsync(InventedPapers.All);
        rooms.Get<PaperStore>().Store([SomePaper.Titled("Zeppelins over fjords", "Zeppelins measure fjords from above.")]);

        var found = await rooms.Get<Retriever>().SearchAsync(SearchQuery.Parse("zeppelins", out _), 5, SearchMode.Hybrid, CancellationToken.None);
        var evidence = await rooms.Get<Retriever>().FindEvidenceAsync(SearchQuery.Parse("zeppelins", out _), 5, CancellationToken.None);

        Assert.Contains(found.Hits, hit => hit.Paper.Title == "Zeppelins over fjords");
        Assert.Contains(evidence.Papers, paper => paper.Sentences.Any(sentence => sentence.Text == "Zeppelins measure fjords from above." && sentence.Similarity > 0.4f));
    }

    [Fact]
    public async Task FindEvidence_Sentences_ArePiecesOfTheirAbstractInOrder()
    {
        var pool = await library.Retriever.FindEvidenceAsync(SearchQuery.Parse("memory of microcontrollers", out _), 8, CancellationToken.None);

        Assert.True(pool.HasVectors);
        Assert.Equal(8, pool.Papers.Count);
        foreach (var paper in pool.Papers)
            Assert.Equal(SentenceSplitter.Split(paper.Paper.Abstract), paper.Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task FindEvidence_WhileAbstractsChange_StaysVerbatim()
    {
        using var rooms = await library.FillAsync(InventedPapers.All);
        var retriever = rooms.Get<Retriever>();
        using var done = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            for (var round = 0; !done.IsCancellationRequested; round++)
                Change(rooms, InventedPapers.All.Select(paper => round % 2 == 0 ? paper with { Abstract = "Moss is short." } : paper));
        });

        for (var round = 0; round < 40; round++)
        {
            var pool = await retriever.FindEvidenceAsync(SearchQuery.Parse("moss gripper for fruit", out _), 8, CancellationToken.None);
            Assert.All(pool.Papers, paper => Assert.Equal(SentenceSplitter.Split(paper.Paper.Abstract), paper.Sentences.Select(sentence => sentence.Text)));
        }

        await done.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task Search_DuringAnIngest_SeesWholePapers()
    {
        using var rooms = await library.FillAsync(InventedPapers.All);
        var (papers, retriever) = (rooms.Get<PaperStore>(), rooms.Get<Retriever>());
        var writing = Task.Run(() =>
        {
            for (var batch = 0; batch < 20; batch++)
                papers.Store([.. Enumerable.Range(batch * 100, 100).Select(i => SomePaper.Titled($"Dough number {i}", $"Dough {i} rises."))]);
        });

        do
        {
            var found = await retriever.SearchAsync(SearchQuery.Parse("dough rises", out _), 20, SearchMode.Hybrid, CancellationToken.None);
            Assert.All(found.Hits, hit => AssertTrue(hit.Why, hit.Paper));
        }
        while (!writing.IsCompleted);
        await writing;

        Assert.Equal(2000 + InventedPapers.All.Count, papers.Count());
    }

    [Fact]
    public async Task Search_ManyAtOnce_AgreeWithOneAlone()
    {
        var alone = (await SearchAsync("soft rods for berries", SearchMode.Hybrid)).Hits.Select(hit => hit.Paper.Key).ToList();

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SearchAsync("soft rods for berries", SearchMode.Hybrid))));

        Assert.All(together, found => Assert.Equal(alone, found.Hits.Select(hit => hit.Paper.Key)));
    }

    /// <summary>Stores papers and embeddings of them that cost nothing to make.</summary>
    private void Change(LibraryRooms rooms, IEnumerable<Paper> papers)
    {
        rooms.Get<PaperStore>().Store([.. papers]);
        var (vectors, model) = (rooms.Get<VectorStore>(), library.Models.Load()!.Model);
        ReadOnlyMemory<float> embedding = Enumerable.Repeat(1 / MathF.Sqrt(model.Dimensions), model.Dimensions).ToArray();
        vectors.Write(model.Id, model.Dimensions, [.. vectors.Pending(model.Id, EmbeddingPart.Paper, 0, 100).Select(paper => (paper, embedding))]);
        vectors.WriteSentences(
            model.Id, model.Dimensions,
            [
                .. vectors.Pending(model.Id, EmbeddingPart.Sentences, 0, 100).Select(paper =>
                {
                    var spans = SentenceVectors.Spans(paper.Abstract);
                    return (paper, SentenceVectors.Encode(spans, [.. spans.Select(_ => embedding)]));
                }),
            ]);
    }

    private Task<SearchResult> SearchAsync(string typed, SearchMode mode) =>
        library.Retriever.SearchAsync(SearchQuery.Parse(typed, out _), 12, mode, CancellationToken.None);

    /// <summary>Each word that is said to be somewhere is there, as the search compares words.</summary>
    private static void AssertTrue(string why, Paper paper)
    {
        foreach (var part in why.Split("; "))
        {
            var text = part switch
            {
                _ when part.StartsWith("title has", StringComparison.Ordinal) => paper.Title,
                _ when part.StartsWith("abstract", StringComparison.Ordinal) => paper.Abstract,
                _ when part.StartsWith("author", StringComparison.Ordinal) => string.Join(' ', paper.Authors),
                "close in meaning" or "very close in meaning" or "the nearest there is" => null,
                _ => throw new ArgumentException($"\"{part}\" is no reason that is known."),
            };
            var stems = text?.Split([' ', '.', ',', ':', '?', '-']).Select(word => PorterStemmer.Stem(word.ToLowerInvariant())).ToHashSet() ?? [];
            Assert.All(Quoted().Matches(part), word => Assert.Contains(PorterStemmer.Stem(word.Groups[1].Value), stems));
            Assert.True(text is null || Quoted().IsMatch(part), part);
        }
    }

    [GeneratedRegex("“([^”]+)”")]
    private static partial Regex Quoted();
}
