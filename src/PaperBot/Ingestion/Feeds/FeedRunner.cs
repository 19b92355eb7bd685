using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Fetching;
using PaperBot.Ingestion.Sources;
using PaperBot.Ingestion.Sources.Arxiv;

namespace PaperBot.Ingestion.Feeds;

/// <summary>Reads the feeds that are due. What a feed missed while nobody read it is caught up with.</summary>
internal sealed class FeedRunner(
    FeedList list, FeedStore store, PaperSources sources, WatchedFolder folders, IOptions<SourcesOptions> options, TimeProvider time,
    ILogger<FeedRunner> log)
{
    private const int MostDaysMissed = 7;

    private static readonly TimeSpan FolderInterval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);

    // An announcement stands in arXiv's feed for a day; who looked no longer ago has missed none.
    private static readonly TimeSpan FeedIsWhole = TimeSpan.FromHours(22);

    private IReadOnlyList<string> _told = [];

    /// <returns>When the next feed is due; null when there are no feeds.</returns>
    public async Task<DateTimeOffset?> RunDueAsync(CancellationToken cancellationToken)
    {
        var (feeds, mistakes) = list.Read();
        // Told once: the list is read again every minute.
        foreach (var mistake in mistakes.Except(_told))
            Log.NoFeed(log, mistake);
        _told = mistakes;
        foreach (var feed in feeds)
        {
            if (store.Claim(feed) is not { } state)
                continue;
            try
            {
                await RunAsync(feed, state, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                store.Release(feed);
                throw;
            }
        }

        return store.NextDue(feeds);
    }

    private async Task RunAsync(Feed feed, FeedState state, CancellationToken cancellationToken)
    {
        var interval = feed.Folder is null ? TimeSpan.FromHours(options.Value.FeedHours) : FolderInterval;
        var report = new IngestionReport();
        var (mark, problem, retryAt) = feed.Reference is { } reference
            ? await FetchAsync(reference, state, report, cancellationToken).ConfigureAwait(false)
            : await LookAsync(feed.Folder!, state.Mark, report, cancellationToken).ConfigureAwait(false);
        if (report.Added + report.Updated > 0)
            Log.Read(log, feed.Name, report.Added, report.Updated);
        if (problem is null)
        {
            store.Succeed(feed, interval, mark);
            return;
        }

        Log.NotRead(log, feed.Name, problem);
        var pause = TimeSpan.FromTicks(Math.Min(interval.Ticks, FirstRetry.Ticks << Math.Min(state.Failures, 10)));
        store.Fail(feed, retryAt ?? time.GetUtcNow() + pause, problem);
    }

    private async Task<(string Mark, string? Problem, DateTimeOffset? RetryAt)> FetchAsync(
        SourceReference reference, FeedState state, IngestionReport report, CancellationToken cancellationToken)
    {
        foreach (var step in Steps(reference, state.SucceededAt))
        {
            var fetched = await sources.FetchAsync(step, new FetchLimits(OnlyNews: true), null, cancellationToken).ConfigureAwait(false);
            report.Count(fetched.Counts);
            if (fetched.Problem is not null)
                return (state.Mark, fetched.Problem, fetched.RetryAt);
        }

        return (state.Mark, null, null);
    }

    /// <summary>What to fetch for a feed, the oldest first.</summary>
    private IEnumerable<SourceReference> Steps(SourceReference reference, DateTimeOffset? succeededAt)
    {
        var now = time.GetUtcNow();
        if (reference is { Scheme: "hf", What: "daily" } && succeededAt is { } last)
        {
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            for (var day = Later(DateOnly.FromDateTime(last.UtcDateTime), today.AddDays(-MostDaysMissed)); day < today; day = day.AddDays(1))
                yield return reference with { What = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        }

        if (reference.Scheme == "arxiv" && ArxivCategory.Spell(reference.What) is var category && ArxivCategory.IsCategory(category)
            && succeededAt is { } read && now - read > FeedIsWhole)
        {
            // From the day before, for a day ends elsewhere at another time.
            var since = read.UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return reference with { What = $"{category} since:{since}" };
            yield break;
        }

        yield return reference;
    }

    private async Task<(string Mark, string? Problem, DateTimeOffset? RetryAt)> LookAsync(
        string folder, string mark, IngestionReport report, CancellationToken cancellationToken)
    {
        try
        {
            var (seen, problems) = await folders.LookAsync(folder, mark, report, cancellationToken).ConfigureAwait(false);
            foreach (var problem in problems)
                Log.NoPapers(log, problem);
            return (seen, null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (mark, $"The folder {folder} cannot be read: {e.Message}", null);
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
