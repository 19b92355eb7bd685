using System.Globalization;
using Microsoft.Extensions.Options;
using PaperBot.Bot.Rendering;
using PaperBot.Ingestion;
using PaperBot.Ingestion.Fetching;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;

namespace PaperBot.Bot.Replies;

/// <summary>
/// Fetches what a person names, from the services of the settings and nowhere else: few papers, for a minute, and some people at a time, so that
/// a slow service holds up nobody's questions.
/// </summary>
internal sealed class Fetches(PaperSources sources, PromptEmbedding embedding, IOptions<SourcesOptions> options) : IDisposable
{
    /// <summary>Of one request; more is for whoever runs the bot.</summary>
    public const int MostPapers = 50;

    /// <summary>References of one request.</summary>
    public const int MostReferences = 10;

    private const int MostAtOnce = 3;

    private const int MostRejections = 3;

    // Well under what a handler may take; what follows is embedding, and telling.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _room = new(MostAtOnce, MostAtOnce);

    /// <summary>What may be asked for, in forms that can be typed.</summary>
    public static IReadOnlyList<string> Examples { get; } = ["2111.08566", "doi:10.1145/3366423.3380281", "hf:daily", "arxiv:\"cat:cs.IR AND ti:retrieval\""];

    public async Task<Reply> FetchAsync(string id, IReadOnlyList<SourceReference> references, CancellationToken cancellationToken)
    {
        if (references.FirstOrDefault(IsPrivate) is { } closed)
            return NoticeReply.Of(
                id, $"{SafeText.Typed(closed.ToString(), 200)} is not the Zotero library that I was set up with. Whoever runs me can ingest it.");
        if (!await _room.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
            return NoticeReply.Of(id, "I am fetching papers for others just now. Ask again in a minute.");
        try
        {
            return await RunAsync(id, references, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task<Reply> RunAsync(string id, IReadOnlyList<SourceReference> references, CancellationToken cancellationToken)
    {
        var counts = new IngestionReport();
        var (papers, notes) = (new List<Paper>(), new List<string>());
        foreach (var reference in references.Take(MostReferences))
        {
            if (counts.Records >= MostPapers)
                break;
            var most = MostPapers - counts.Records;
            var limits = new FetchLimits(most)
            {
                Reader = "chat",
                Longest = Longest / Math.Min(references.Count, MostReferences),
            };
            var fetched = await sources.FetchAsync(reference, limits, null, cancellationToken).ConfigureAwait(false);
            counts.Count(fetched.Counts);
            papers.AddRange(fetched.Papers);
            notes.AddRange(Notes(reference, fetched, most));
        }

        if (references.Count > MostReferences)
            notes.Add($"I took the first {MostReferences} references.");
        return papers.Count == 0 && counts.Records == 0
            ? NoticeReply.Of(id, notes)
            : AddedReply.Of(id, counts, [.. papers.DistinctBy(paper => paper.Key)], notes, await embedding.RunAsync(cancellationToken).ConfigureAwait(false));
    }

    private static IEnumerable<string> Notes(SourceReference reference, FetchReport fetched, int most)
    {
        foreach (var rejection in fetched.Counts.Rejections.Take(MostRejections))
            yield return SafeText.Mrkdwn($"A record of {fetched.Source} was left out. {rejection.Reason}", 400);
        if (fetched.Problem is { } problem)
            yield return $"{SafeText.Mrkdwn(problem, 600)}{(fetched.RetryAt is { } at ? $" That is {When(at)}." : "")}";
        else if (fetched.IsEmpty)
            yield return $"{fetched.Source} has nothing for {SafeText.Typed(reference.ToString(), 300)}.";
        else if (fetched.Total > fetched.Counts.Records && fetched.Counts.Records >= most)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{fetched.Source} has {fetched.Total:N0} papers for this; I add up to {MostPapers} at a time, and whoever runs me can ingest more.");
    }

    /// <summary>With a key, Zotero shows what only some people may read; the one library that was chosen for all is theirs to ask for.</summary>
    private bool IsPrivate(SourceReference reference) =>
        reference is { Scheme: "zotero", What.Length: > 0 } && (options.Value.ZoteroKey ?? options.Value.ZoteroKeyFile) is not null
        && !$"{reference.What}/".StartsWith($"{options.Value.ZoteroLibrary}/", StringComparison.Ordinal);

    // Slack writes it in the reader's own time zone; what stands behind the bar is for where it cannot.
    private static string When(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"<!date^{at.ToUnixTimeSeconds()}^{{date_short_pretty}} at {{time}}|{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC>");
}
