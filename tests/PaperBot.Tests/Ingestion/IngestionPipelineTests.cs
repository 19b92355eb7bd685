using System.Text;
using PaperBot.Ingestion;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;

namespace PaperBot.Tests.Ingestion;

public sealed class IngestionPipelineTests : IDisposable
{
    private const string Three = """
        {"id":"2101.00001","title":"Otters that juggle stones","abstract":"They juggle.","year":2021}
        {"id":"2101.00002","title":"Herons that fish at dawn","abstract":"They fish.","year":2021}

        not json at all
        {"id":"2101.00003","title":"Voles that dig tunnels","abstract":"They dig.","year":2021}
        {"abstract":"A paper without a title."}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_JsonLines_AreAddedThenUnchangedThenUpdated()
    {
        var first = await RunAsync(new JsonLinesSource(), Three);
        var again = await RunAsync(new JsonLinesSource(), Three);
        var changed = await RunAsync(new JsonLinesSource(), Three.Replace("They fish.", "They fish and sleep.", StringComparison.Ordinal));

        Assert.Equal((3, 0, 0, 2, 5), Counts(first));
        Assert.Equal((0, 0, 3, 2, 5), Counts(again));
        Assert.Equal((0, 1, 2, 2, 5), Counts(changed));
        Assert.Equal([4, 6], first.Rejections.Select(rejection => rejection.Line));
        Assert.Equal("They fish and sleep.", _folder.Papers().Find(PaperKey.Arxiv("2101.00002"))!.Abstract);
        Assert.Equal(3, _folder.Papers().Count());
    }

    [Fact]
    public async Task Run_SamePaperTwiceInAFile_IsStoredOnce()
    {
        var report = await RunAsync(new JsonLinesSource(), """
            {"id":"2101.00001v1","title":"Otters that juggle stones","abstract":"They juggle."}
            {"id":"2101.00001","title":"Otters that juggle stones","abstract":"They juggle."}
            {"id":"2101.00001v2","title":"Otters that juggle stones","abstract":"They juggle with skill."}
            """);

        Assert.Equal((1, 1, 1, 0, 3), Counts(report));
        Assert.Equal("They juggle with skill.", Assert.Single(_folder.Papers().All()).Abstract);
    }

    [Fact]
    public async Task Run_SamePapersFromAnotherFormat_AreKnown()
    {
        await RunAsync(new JsonLinesSource(), Three);

        var report = await RunAsync(new BibTeXSource(), """
            @article{a, title = {Otters that Juggle Stones}, author = {Reed, Ida}, year = 2021, eprint = {2101.00001}, archivePrefix = {arXiv}}
            @article{b, title = {Swans that guard nests}, author = {Reed, Ida}, year = 2022}
            """);

        Assert.Equal((1, 1, 0), (report.Added, report.Updated, report.Rejected));
        var otters = _folder.Papers().Find(PaperKey.Arxiv("2101.00001"))!;
        Assert.Equal(("They juggle.", "Ida Reed"), (otters.Abstract, Assert.Single(otters.Authors)));
    }

    [Fact]
    public async Task Run_Progress_IsToldAfterEachBatchAndAtTheEnd()
    {
        var told = new List<int>();
        var lines = string.Join('\n', Enumerable.Range(0, 600).Select(i => $$"""{"id":"n{{i}}","title":"The paper of number {{i}}"}"""));

        await RunAsync(new JsonLinesSource(), lines, new Observer(report => told.Add(report.Records)));

        Assert.Equal([256, 512, 600], told);
    }

    [Fact]
    public async Task Run_Cancelled_KeepsWholeBatches()
    {
        using var cancelling = new CancellationTokenSource();
        var lines = string.Join('\n', Enumerable.Range(0, 600).Select(i => $$"""{"id":"n{{i}}","title":"The paper of number {{i}}"}"""));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(new JsonLinesSource(), lines, new Observer(_ => cancelling.Cancel()), cancelling.Token));

        Assert.Equal(256, _folder.Papers().Count());
        var rest = await RunAsync(new JsonLinesSource(), lines);
        Assert.Equal((344, 0, 256), (rest.Added, rest.Updated, rest.Unchanged));
    }

    [Fact]
    public async Task Run_AllRejected_CountsThemAllAndKeepsTheFirst()
    {
        var report = await RunAsync(new JsonLinesSource(), string.Concat(Enumerable.Repeat("no\n", 1500)));

        Assert.Equal((0, 0, 0, 1500, 1500), Counts(report));
        Assert.Equal(Enumerable.Range(1, 1000), report.Rejections.Select(rejection => rejection.Line));
    }

    [Fact]
    public async Task Run_Nothing_IsAnEmptyReport() => Assert.Equal((0, 0, 0, 0, 0), Counts(await RunAsync(new JsonLinesSource(), "")));

    private static (int Added, int Updated, int Unchanged, int Rejected, int Records) Counts(IngestionReport report) =>
        (report.Added, report.Updated, report.Unchanged, report.Rejected, report.Records);

    private async Task<IngestionReport> RunAsync(
        IPaperSource source, string text, IProgress<IngestionReport>? progress = null, CancellationToken cancellationToken = default)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new IngestionPipeline(_folder.Papers()).RunAsync(source.ReadAsync(stream, cancellationToken), progress, cancellationToken);
    }

    private sealed class Observer(Action<IngestionReport> tell) : IProgress<IngestionReport>
    {
        public void Report(IngestionReport value) => tell(value);
    }
}
