using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests.Feedback;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Digests;

/// <summary>Subscribes, reads a digest a day, votes on every paper of it, and is wrong once in ten times.</summary>
internal sealed class SimulatedReader(IServiceProvider library, HiddenTaste taste, IReadOnlyDictionary<PaperKey, TastePaper> papers, Random chance)
{
    public const int Read = 5;

    private const double Wrong = 0.1;

    private readonly LibraryDatabase _database = library.GetRequiredService<LibraryDatabase>();
    private readonly DigestSelection _selection = library.GetRequiredService<DigestSelection>();
    private readonly VerdictStore _verdicts = library.GetRequiredService<VerdictStore>();

    /// <returns>The precision of the first five papers of the last day: before any vote, and after each digest's votes.</returns>
    public async Task<List<double>> LiveAsync(TasteArea area, CancellationToken cancellationToken)
    {
        var subscription = Subscribe(new Interest([area.Topic], [], [], []));
        var precisions = new List<double> { await PrecisionAsync(subscription, cancellationToken).ConfigureAwait(false) };
        for (var day = 0; day < TasteLibrary.VotingDays; day++)
        {
            var digest = await SelectAsync(subscription, day, cancellationToken).ConfigureAwait(false);
            Show(subscription, day, digest);
            foreach (var item in digest.Items)
                Vote(subscription, papers[item.Paper.Key]);

            precisions.Add(await PrecisionAsync(subscription, cancellationToken).ConfigureAwait(false));
        }

        Unsubscribe(subscription);
        return precisions;
    }

    /// <returns>The same after votes on all papers of the field that came on the days of voting, as wrong as others: more than any reader gives.</returns>
    public async Task<double> TellAllAsync(TasteArea area, IReadOnlyList<TastePaper> all, CancellationToken cancellationToken)
    {
        var subscription = Subscribe(new Interest([area.Topic], [], [], []));
        foreach (var paper in all.Where(paper => TasteLibrary.DayOf(paper.Paper) < TasteLibrary.VotingDays && paper.Paper.Categories.Contains(area.Category)))
            Vote(subscription, paper);
        var precision = await PrecisionAsync(subscription, cancellationToken).ConfigureAwait(false);
        Unsubscribe(subscription);
        return precision;
    }

    public double Precision(IEnumerable<Paper> shown) => shown.Take(Read).Count(paper => taste.Likes(papers[paper.Key])) / (double)Read;

    private async Task<double> PrecisionAsync(Subscription subscription, CancellationToken cancellationToken) =>
        Precision((await SelectAsync(subscription, TasteLibrary.VotingDays, cancellationToken).ConfigureAwait(false)).Items.Select(item => item.Paper));

    private void Vote(Subscription subscription, TastePaper paper)
    {
        var likes = taste.Likes(paper) != chance.NextDouble() < Wrong;
        _verdicts.Give(subscription.Id, "U1", paper.Paper.Key, likes ? Verdict.ThumbsUp : Verdict.ThumbsDown);
    }

    private void Unsubscribe(Subscription subscription)
    {
        using var connection = _database.Open();
        connection.Execute("DELETE FROM subscriptions WHERE id = $id", ("$id", subscription.Id));
    }

    private Task<DigestDraft> SelectAsync(Subscription subscription, int day, CancellationToken cancellationToken) =>
        _selection.SelectAsync(subscription, TasteLibrary.FirstDay.AddDays(day), TasteLibrary.FirstDay.AddDays(day + 1), cancellationToken);

    private Subscription Subscribe(Interest interest)
    {
        using var connection = _database.Open();
        var id = connection.Count(
            """
            INSERT INTO subscriptions (place, owner, topics, authors, categories, seeds, cron, time_zone, most, minimum_score, since, created_at)
            VALUES ('C1', 'U1', '[]', '[]', '[]', '[]', '0 9 * * *', 'UTC', 5, 0, 0, 0) RETURNING id
            """);
        return new Subscription(id, "C1", "U1", interest, new Timing("0 9 * * *", "UTC"), Read, 0, TasteLibrary.FirstDay, null);
    }

    private void Show(Subscription subscription, int day, DigestDraft digest)
    {
        using var connection = _database.Open();
        var id = $"{subscription.Id}-{day}";
        connection.Execute(
            "INSERT INTO digests (id, subscription, place, due_at, looked_until, candidates, made_at) VALUES ($id, $subscription, 'C1', $day, $day, 0, 0)",
            ("$id", id), ("$subscription", subscription.Id), ("$day", day));
        foreach (var (place, item) in digest.Items.Index())
            connection.Execute(
                "INSERT INTO digest_papers (subscription, paper, digest, position, score, tldr, why) VALUES ($subscription, $paper, $digest, $place, 0, '', '')",
                ("$subscription", subscription.Id), ("$paper", item.Paper.Key.Value), ("$digest", id), ("$place", place));
    }
}
