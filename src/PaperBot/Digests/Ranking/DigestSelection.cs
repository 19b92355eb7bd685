using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Feedback;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>
/// Chooses what is new for a subscription and worth its readers' time. All new papers are compared with the interest and with what readers
/// liked; the best few hundred are read and weighed with all that is known of them. The same library and verdicts give the same digest.
/// </summary>
internal sealed class DigestSelection(
    LibraryDatabase database, AimReader aims, ArrivalStore arrivals, VerdictStore verdicts, TrendingSelection trending, Summarizer summarizer)
{
    /// <summary>The minimum score of a subscription that names none: papers that have nothing to do with its topics stay below.</summary>
    public const double UsualMinimum = 0.4;

    // Papers that are read; what sources count moves a paper by a few places.
    private const int MostRead = 200;

    // A batch of papers bears the time at which its writing began, and is seen when it has ended.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <param name="after">Papers that came to the library by then are not new, unless they may have been out of sight when the last digest was made.</param>
    /// <param name="until">Papers that come later are left to a later digest.</param>
    public async Task<DigestDraft> SelectAsync(Subscription subscription, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var since = after > subscription.Since ? Later(subscription.Since, after - Overlap) : after;
        if (subscription.Interest.IsTrending)
            return trending.Select(subscription, since, until, cancellationToken);
        var aim = await aims.ReadAsync(subscription.Interest, cancellationToken).ConfigureAwait(false);
        using var connection = database.Open();
        // One state of the library: a paper that is merged meanwhile is seen before or after.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var came = arrivals.After(connection, aim.Model, since);
        var candidates = Candidates(connection, subscription, aim, came, since, until);
        if (candidates.Count == 0)
            return new DigestDraft([], 0);
        var interest = InterestScore.Of(connection, aim, came.Papers, candidates);
        cancellationToken.ThrowIfCancellationRequested();
        var judged = Judgements.Read(connection, aim, verdicts.Of(subscription.Id), OnInterest(came, candidates, interest));
        var ranked = Rank(connection, aim, came, candidates, interest, judged, DateOnly.FromDateTime(until.UtcDateTime).DayNumber, cancellationToken)
            .Where(candidate => candidate.Score >= subscription.MinimumScore)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Paper.Key.Value, StringComparer.Ordinal).ToList();
        var chosen = Diversity.Choose(ranked, subscription.Most, aim)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Paper.Key.Value, StringComparer.Ordinal);
        return new DigestDraft(
            [
                .. chosen.Select(candidate => new DigestItem(
                    candidate.Paper, candidate.Score, summarizer.Tldr(candidate.Paper),
                    Reasons.Of(aim, candidate, judged))),
            ],
            candidates.Count);
    }

    /// <returns>Places in the arrivals.</returns>
    private static List<int> Candidates(
        SqliteConnection connection, Subscription subscription, Aim aim, Arrivals came, DateTimeOffset since, DateTimeOffset until)
    {
        var not = ShownPapers.Of(connection, subscription.Id);
        not.UnionWith(aim.Seeds.Select(seed => seed.Id));
        var (first, last) = (since.ToUnixTimeSeconds(), until.ToUnixTimeSeconds());
        var wanted = came.Categories.Distinct().ToDictionary(list => list, list => CategoryMatch.IsAny(subscription.Interest.Categories, list));
        var candidates = new List<int>();
        for (var i = 0; i < came.Papers.Count; i++)
            if (came.At[i] > first && came.At[i] <= last && wanted[came.Categories[i]] && !not.Contains(came.Papers.Ids[i]))
                candidates.Add(i);
        return candidates;
    }

    private static IEnumerable<(string Categories, double Papers)> OnInterest(Arrivals came, List<int> candidates, InterestScore[] interest)
    {
        var papers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var i in candidates)
            CollectionsMarshal.GetValueRefOrAddDefault(papers, came.Categories[i], out _) += interest[i].Value;
        return papers.Select(pair => (pair.Key, pair.Value));
    }

    private static IEnumerable<RankedCandidate> Rank(
        SqliteConnection connection, Aim aim, Arrivals came, List<int> candidates, InterestScore[] interest, Judgements judged, int today,
        CancellationToken cancellationToken)
    {
        var papers = came.Papers;
        var liking = Likings(aim, came, candidates, judged);
        cancellationToken.ThrowIfCancellationRequested();
        var best = candidates.OrderByDescending(i => interest[i].Worth + liking[i].Value + came.Receptions[i].Bonus(today))
            .ThenBy(i => papers.Ids[i]).Take(MostRead);
        foreach (var i in best)
        {
            // What was kept may be a minute old.
            if (Read(connection, papers.Ids[i]) is not { } paper || !CategoryMatch.IsAny(aim.Interest.Categories, paper.Categories))
                continue;
            var sources = SourceCounts.Read(connection, papers.Ids[i]);
            var reception = new Reception(sources.Votes, sources.Citations, paper.Published?.LastDay.DayNumber ?? 0);
            var own = new float[papers.Dimensions];
            yield return new RankedCandidate(
                paper, InterestScore.Logistic(interest[i].Worth + liking[i].Value + reception.Bonus(today)),
                interest[i], papers.TryDecode(i, own) ? own : [], liking[i], sources);
        }
    }

    private static Liking[] Likings(Aim aim, Arrivals came, List<int> candidates, Judgements judged)
    {
        var liking = new Liking[came.Papers.Count];
        if (judged.Taste is not { } taste)
            return liking;
        var (vector, feature) = (new float[came.Papers.Dimensions], new float[came.Papers.Dimensions]);
        foreach (var i in candidates)
        {
            var embedded = came.Papers.TryDecode(i, vector);
            if (embedded)
                Judgements.Centre(vector, aim.Model!.Mean, feature);
            liking[i] = taste.Of(embedded ? feature : [], judged.Filing.Of(came.Categories[i]));
        }

        return liking;
    }

    private static Paper? Read(SqliteConnection connection, long id) => connection.Query(
        $"SELECT {PaperRow.Columns} FROM papers p WHERE p.id = $id AND NOT p.withdrawn", row => PaperRow.Read(row), ("$id", id)).FirstOrDefault();

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
