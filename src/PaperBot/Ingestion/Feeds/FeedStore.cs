using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Ingestion.Feeds;

/// <summary>How a feed stands.</summary>
/// <param name="Problem">The sentence of the last failure; empty after a success.</param>
/// <param name="Mark">What the feed remembers itself.</param>
internal sealed record FeedState(string Name, DateTimeOffset NextAt, DateTimeOffset? SucceededAt, int Failures, string Problem, string Mark);

/// <summary>The <c>feeds</c> table. Of several processes on one library one at a time reads a feed.</summary>
internal sealed class FeedStore(LibraryDatabase database, TimeProvider time)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // Longer than a feed takes; a process that died gives it back by then.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    /// <summary>All that were ever read, whether they are on the list still or not.</summary>
    public IReadOnlyList<FeedState> All()
    {
        using var connection = database.Open();
        return connection.Query($"{Select} ORDER BY reference", Read);
    }

    /// <returns>When the first of the feeds is due; null when there are none.</returns>
    public DateTimeOffset? NextDue(IReadOnlyList<Feed> feeds)
    {
        var states = All().ToDictionary(state => state.Name);
        return feeds.Count == 0 ? null : feeds.Min(feed => states.TryGetValue(feed.Name, out var state) ? state.NextAt : time.GetUtcNow());
    }

    /// <returns>How the feed stood, when it is due and this process may read it; else null.</returns>
    public FeedState? Claim(Feed feed)
    {
        using var connection = database.Open();
        var now = time.GetUtcNow();
        connection.Execute("INSERT OR IGNORE INTO feeds (reference, next_at) VALUES ($name, $now)", ("$name", feed.Name), ("$now", Text(now)));
        var claimed = connection.Execute(
            "UPDATE feeds SET next_at = $until WHERE reference = $name AND next_at <= $now",
            ("$name", feed.Name), ("$until", Text(now + Lease)), ("$now", Text(now)));
        return claimed == 0 ? null : connection.Query($"{Select} WHERE reference = $name", Read, ("$name", feed.Name))[0];
    }

    /// <summary>Gives back what was claimed and not read, to whoever comes next.</summary>
    public void Release(Feed feed)
    {
        using var connection = database.Open();
        connection.Execute("UPDATE feeds SET next_at = $next WHERE reference = $name", ("$name", feed.Name), ("$next", Text(time.GetUtcNow())));
    }

    public void Succeed(Feed feed, TimeSpan interval, string mark)
    {
        using var connection = database.Open();
        connection.Execute(
            "UPDATE feeds SET next_at = $next, succeeded_at = $now, failures = 0, problem = '', mark = $mark WHERE reference = $name",
            ("$name", feed.Name), ("$next", Text(time.GetUtcNow() + interval)), ("$now", Text(time.GetUtcNow())), ("$mark", mark));
    }

    public void Fail(Feed feed, DateTimeOffset nextAt, string problem)
    {
        using var connection = database.Open();
        connection.Execute(
            "UPDATE feeds SET next_at = $next, failures = failures + 1, problem = $problem WHERE reference = $name",
            ("$name", feed.Name), ("$next", Text(nextAt)), ("$problem", problem));
    }

    private const string Select = "SELECT reference, next_at, succeeded_at, failures, problem, mark FROM feeds";

    private static FeedState Read(SqliteDataReader row) => new(
        row.GetString(0), Time(row.GetString(1)), row.IsDBNull(2) ? null : Time(row.GetString(2)), row.GetInt32(3), row.GetString(4),
        row.GetString(5));

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
