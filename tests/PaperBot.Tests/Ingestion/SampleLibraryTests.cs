using PaperBot.Ingestion;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;

namespace PaperBot.Tests.Ingestion;

/// <summary>The papers that the program brings along.</summary>
public sealed class SampleLibraryTests : IAsyncLifetime, IDisposable
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "config", "sample-library.jsonl");

    private readonly TemporaryFolder _folder = new();
    private List<Paper> _papers = [];
    private IngestionReport _report = new();

    public async Task InitializeAsync()
    {
        await using var file = File.OpenRead(Sample);
        _report = await new IngestionPipeline(_folder.Papers()).RunAsync(new JsonLinesSource("sample").ReadAsync(file), null, CancellationToken.None);
        _papers = [.. _folder.Papers().All()];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sample_IsSixtyEightPapersEachOnce()
    {
        Assert.Equal((68, 0, 0, 0), (_report.Added, _report.Updated, _report.Unchanged, _report.Rejected));
        Assert.Equal(68, _papers.Select(paper => paper.Key).Distinct().Count());
        Assert.Equal(68, _papers.Select(paper => TitleText.Normalize(paper.Title)).Distinct().Count());
    }

    [Fact]
    public void Sample_Abstracts_HaveEightyToAHundredAndFiftyWords() =>
        Assert.All(_papers, paper => Assert.InRange(paper.Abstract.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 80, 150));

    [Fact]
    public void Sample_Abstracts_SplitIntoWholeSentences() => Assert.All(_papers, paper =>
    {
        var sentences = SentenceSplitter.Split(paper.Abstract);
        Assert.InRange(sentences.Count, 3, 12);
        Assert.All(sentences, sentence => Assert.Matches(@"^[\p{Lu}\d(""“'].*[.!?)""”]$", sentence));
        Assert.Equal(paper.Abstract, string.Join(' ', sentences));
    });

    [Fact]
    public void Sample_Papers_SayWhereTheyCanBeRead() => Assert.All(_papers, paper =>
    {
        Assert.Equal("sample", paper.Source);
        Assert.True(paper.Url is null || Uri.TryCreate(paper.Url, UriKind.Absolute, out _), paper.Url);
        Assert.False(paper.Withdrawn);
        Assert.Null(paper.Extra);
    });
}
