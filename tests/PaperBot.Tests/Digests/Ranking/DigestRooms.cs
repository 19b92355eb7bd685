using PaperBot.Digests.Feedback;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Digests.Ranking;

/// <summary>A library whose papers came at noon of a day, and subscriptions to it.</summary>
internal sealed class DigestRooms : IDisposable
{
    public static readonly DateTimeOffset Day = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly LibraryRooms _rooms;
    private int _digests;

    private DigestRooms(LibraryRooms rooms) => _rooms = rooms;

    public VerdictStore Verdicts => _rooms.Get<VerdictStore>();

    /// <summary>With the real model; without a library of tests there is none.</summary>
    public static async Task<DigestRooms> OpenAsync(SmallLibrary? library, params Paper[] papers)
    {
        var rooms = new DigestRooms(new LibraryRooms(library?.Models));
        await rooms.BringAsync(0, papers);
        return rooms;
    }

    /// <summary>Stores and embeds papers as if they came some days later.</summary>
    public async Task BringAsync(int day, params Paper[] papers)
    {
        Bring(day, papers);
        await _rooms.Get<EmbeddingCatchUp>().RunAsync(null, CancellationToken.None);
    }

    /// <summary>Without embeddings.</summary>
    public void Bring(int day, params Paper[] papers)
    {
        var time = new SetTime(Day.AddDays(day).AddHours(12));
        new PaperStore(_rooms.Get<LibraryDatabase>(), time).Store(papers);
    }

    public Subscription Subscribe(Interest interest, int most = 5, double minimum = DigestSelection.UsualMinimum)
    {
        using var connection = _rooms.Get<LibraryDatabase>().Open();
        var id = connection.Count(
            """
            INSERT INTO subscriptions (place, owner, topics, authors, categories, seeds, cron, time_zone, most, minimum_score, since, created_at)
            VALUES ('C1', 'U1', '[]', '[]', '[]', '[]', '0 9 * * *', 'UTC', 5, 0, 0, 0) RETURNING id
            """);
        return new Subscription(id, "C1", "U1", interest, new Timing("0 9 * * *", "UTC"), most, minimum, Day, null);
    }

    public static Interest Topics(params string[] topics) => Interest.None with { Topics = topics };

    /// <summary>What is new on a day.</summary>
    public Task<DigestDraft> SelectAsync(Subscription subscription, int day = 0) =>
        _rooms.Get<DigestSelection>().SelectAsync(subscription, Day.AddDays(day), Day.AddDays(day + 1), CancellationToken.None);

    public async Task<string[]> KeysAsync(Subscription subscription, int day = 0) =>
        [.. (await SelectAsync(subscription, day)).Items.Select(item => item.Paper.Key.Value)];

    /// <summary>Notes papers as sent.</summary>
    public void Show(Subscription subscription, params IEnumerable<PaperKey> papers)
    {
        using var connection = _rooms.Get<LibraryDatabase>().Open();
        var digest = $"digest {++_digests}";
        connection.Execute(
            "INSERT INTO digests (id, subscription, place, due_at, looked_until, candidates, made_at) VALUES ($id, $subscription, 'C1', $due, 0, 0, 0)",
            ("$id", digest), ("$subscription", subscription.Id), ("$due", _digests));
        foreach (var paper in papers)
            connection.Execute(
                "INSERT INTO digest_papers (subscription, paper, digest, position, score, tldr, why) VALUES ($subscription, $paper, $digest, 0, 0, '', '')",
                ("$subscription", subscription.Id), ("$paper", paper.Value), ("$digest", digest));
    }

    public void Dispose() => _rooms.Dispose();

    private sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
