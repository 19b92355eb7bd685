using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Sources;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Ingestion.Fetching;

/// <summary>
/// Fetches papers by a reference into the library. Each page is stored before the next is asked for, and where it goes on is remembered:
/// whatever stops a fetch, the same reference goes on from there.
/// </summary>
internal sealed class PaperSources(
    IEnumerable<IRemoteSource> sources, IngestionPipeline pipeline, PaperStore papers, SourceMemory memory, IOptions<SourcesOptions> options,
    TimeProvider time)
{
    /// <summary>More papers are counted, not named.</summary>
    public const int MostNamed = 200;

    // One after the other: a page may have nothing but what was taken back.
    private const int MostEmptyPages = 20;

    private readonly IReadOnlyList<IRemoteSource> _sources = [.. sources];

    /// <summary>What can be asked for, in forms that can be typed.</summary>
    public IReadOnlyList<string> Examples => [.. _sources.SelectMany(source => source.Examples)];

    /// <returns>Null when the text names no source; then it is a file, or words.</returns>
    public static SourceReference? Read(string text) => SourceReference.Read(text);

    /// <param name="reference"><c>arxiv:2111.08566</c>, <c>hf:daily</c>, a DOI, an address as pasted, …</param>
    /// <returns>Null when the text names no source.</returns>
    public async Task<FetchReport?> FetchAsync(string reference, IProgress<FetchProgress>? progress, CancellationToken cancellationToken) =>
        Read(reference) is { } read ? await FetchAsync(read, new FetchLimits(), progress, cancellationToken).ConfigureAwait(false) : null;

    public async Task<FetchReport> FetchAsync(
        SourceReference reference, FetchLimits limits, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        var source = _sources.Single(source => source.Scheme == reference.Scheme);
        if (reference.What.Length == 0 && !source.TakesNothing)
            return new FetchReport(source.Name, new IngestionReport(), [], null,
                $"{source.Name} was asked for nothing. Ask for example with {string.Join(" or ", source.Examples)}.");
        var run = new Run(source, reference, limits, limits.Most ?? (source.IsWhole(reference.What) ? int.MaxValue : options.Value.MostPapers));
        using var late = limits.Longest is { } longest ? new CancellationTokenSource(longest, time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await RunAsync(run, progress, either.Token).ConfigureAwait(false);
            return run.ToReport(papers);
        }
        catch (SourceException e)
        {
            if (e.Failure == SourceFailure.CursorExpired)
                memory.SaveCursor(run.Name, null, 0);
            return run.ToReport(papers) with { Problem = e.Message, RetryAt = e.RetryAt };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return run.ToReport(papers) with { Problem = $"{source.Name} takes long just now. Ask again to go on; what came so far is kept." };
        }
    }

    private async Task RunAsync(Run run, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        var (cursor, taken) = memory.FindCursor(run.Name) is { } interrupted ? interrupted : (null, 0);
        var (seen, empty) = (new HashSet<string>(StringComparer.Ordinal), 0);
        do
        {
            if ((cursor is not null && !seen.Add(cursor)) || empty == MostEmptyPages)
                throw new SourceException(
                    SourceFailure.CursorExpired, $"{run.Source.Name} goes on without an end and brings nothing more. Ask again later; what came so far is kept.");
            var request = new PageRequest(
                run.Reference.What, cursor, Math.Max(1, run.Most - taken), run.Limits.OnlyNews ? memory.FindValidator : null);
            var whole = await run.Source.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            // Pages are as long as their source makes them.
            var page = run.Limits.Most is null ? whole : whole with { Records = [.. whole.Records.Take(Math.Max(1, run.Most - taken))] };
            var before = run.Counts.Added + run.Counts.Updated;
            await pipeline.AddAsync(page.Records.ToAsyncEnumerable(), run.Counts, cancellationToken).ConfigureAwait(false);
            run.Take(page, whole.Records.Count);
            empty = whole.Records.Count == 0 ? empty + 1 : 0;
            taken += page.Records.Count;
            var isKnown = run.Limits.OnlyNews && !run.Source.IsWhole(run.Reference.What) && page.Records.Count > 0
                && run.Counts.Added + run.Counts.Updated == before;
            cursor = taken < run.Most && !isKnown ? page.Next : null;
            memory.SaveCursor(run.Name, cursor, taken);
            // Who is told next time that nothing is new must have had all of it.
            if (page.Validator is { } validator && page.Records.Count == whole.Records.Count)
                memory.Save(validator);
            if (taken > 0)
                progress?.Report(new FetchProgress(run.Source.Name, taken, page.Total));
        }
        while (cursor is not null);
    }

    private sealed class Run(IRemoteSource source, SourceReference reference, FetchLimits limits, int most)
    {
        private readonly List<Paper> _taken = [];
        private long? _total;

        public IRemoteSource Source => source;

        public SourceReference Reference => reference;

        public FetchLimits Limits => limits;

        /// <summary>By which it is remembered where it stopped.</summary>
        public string Name { get; } = limits.Reader.Length > 0 ? $"{limits.Reader} {reference}" : reference.ToString();

        public int Most => most;

        public IngestionReport Counts { get; } = new();

        /// <param name="found">How many records there were before those were left out that are beyond the limit.</param>
        public void Take(SourcePage page, int found)
        {
            _total = page.Total ?? (page.Records.Count < found ? found : _total);
            _taken.AddRange(page.Records.Select(record => record.Paper).OfType<Paper>().Take(MostNamed - _taken.Count));
        }

        // Looked up at the end: a later record may have made one paper of two.
        public FetchReport ToReport(PaperStore papers) =>
            new(source.Name, Counts, [.. _taken.Select(paper => papers.Find(paper.Key) ?? paper).DistinctBy(paper => paper.Key)], _total);
    }
}
