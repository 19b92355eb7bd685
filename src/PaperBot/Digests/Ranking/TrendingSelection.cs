using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>
/// The digest without a topic: what a source set before its readers, as its readers ranked it. A saved page of trending papers counts no
/// votes; its papers come in the page's order.
/// </summary>
internal sealed class TrendingSelection(LibraryDatabase database, Summarizer summarizer)
{
    // Papers that a source features on a day, ten times over.
    private const int MostRead = 1_000;

    // A day's list is up late in the day it is named after, and there is none on weekends.
    private const int DaysLate = 2;

    // Up to this a digest is of a day, beyond it of all days since the last.
    private static readonly TimeSpan ADay = TimeSpan.FromHours(36);

    public DigestDraft Select(Subscription subscription, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = database.Open();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var shown = ShownPapers.Of(connection, subscription.Id);
        var ranked = Featured(connection, after, until);
        if (ranked.Count == 0)
            ranked = OfPage(connection, after, until);
        // Of two papers the one that the source sets first is worth more; the last is worth half.
        var fresh = ranked.Select((row, place) => (row.Id, row.Paper, row.Why, Score: 1 - place / (2.0 * ranked.Count)))
            .Where(row => !shown.Contains(row.Id)).ToList();
        return new DigestDraft(
            [
                .. fresh.Where(row => row.Score >= subscription.MinimumScore).Take(subscription.Most)
                    .Select(row => new DigestItem(row.Paper, row.Score, summarizer.Tldr(row.Paper), row.Why)),
            ],
            fresh.Count);
    }

    private static List<(long Id, Paper Paper, string Why)> Featured(SqliteConnection connection, DateTimeOffset after, DateTimeOffset until)
    {
        var (first, last) = (Day(after.AddDays(-DaysLate)), Day(until));
        if (until - after <= ADay && connection.Query(
            "SELECT max(featured_on) FROM paper_sources WHERE featured_on BETWEEN $first AND $last",
            row => row.IsDBNull(0) ? null : row.GetString(0), ("$first", first), ("$last", last))[0] is { } latest)
            first = latest;
        return connection.Query(
            $"""
            SELECT p.id, max(s.featured_on), {PaperRow.Columns} FROM papers p JOIN paper_sources s ON s.paper_id = p.id
            WHERE s.featured_on BETWEEN $first AND $last AND NOT p.withdrawn
            GROUP BY p.id ORDER BY max(coalesce(s.upvotes, 0)) DESC, p.id LIMIT {MostRead}
            """,
            row => (Id: row.GetInt64(0), Day: row.GetString(1), Paper: PaperRow.Read(row, 2)), ("$first", first), ("$last", last))
            .ConvertAll(row => (row.Id, row.Paper, Why(SourceCounts.Read(connection, row.Id), row.Day)));
    }

    private static List<(long Id, Paper Paper, string Why)> OfPage(SqliteConnection connection, DateTimeOffset after, DateTimeOffset until) =>
        connection.Query(
            $"""
            SELECT p.id, {PaperRow.Columns} FROM papers p JOIN paper_sources s ON s.paper_id = p.id AND s.source = 'trending'
            WHERE s.first_seen > $after AND s.first_seen <= $until AND NOT p.withdrawn ORDER BY p.id LIMIT {MostRead}
            """,
            row => (row.GetInt64(0), PaperRow.Read(row, 1), "on the trending page"), ("$after", Second(after)), ("$until", Second(until)));

    private static string Why(SourceCounts sources, string day)
    {
        var featured = $"featured on {DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM", CultureInfo.InvariantCulture)}";
        return string.Join("; ", Reasons.Reception(sources).Prepend(featured).Take(2).Reverse());
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Second(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
