using PaperBot.Digests.Feedback;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Tests.Digests.Feedback;

public sealed class FeedbackStoresTests : IDisposable
{
    private static readonly PaperKey Paper = new("arxiv:2606.10001"), Other = new("arxiv:2606.10002");

    private readonly TemporaryFolder _folder = new();

    private VerdictStore Verdicts => new(_folder.Library(), TimeProvider.System);

    private SavedPapers Saved => new(_folder.Library(), TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Give_UpAndDown_ReplaceEachOther()
    {
        var subscription = Subscribe();
        Verdicts.Give(subscription, "U1", Paper, Verdict.ThumbsUp);
        Verdicts.Give(subscription, "U1", Paper, Verdict.ThumbsDown);

        Assert.Equal([("U1", Paper, Verdict.ThumbsDown)], Given(subscription));
    }

    [Fact]
    public void Give_OtherVerdicts_StandBesideIt()
    {
        var subscription = Subscribe();
        foreach (var verdict in Enum.GetValues<Verdict>().Concat(Enum.GetValues<Verdict>()))
            Verdicts.Give(subscription, "U1", Paper, verdict);
        Verdicts.Give(subscription, "U2", Paper, Verdict.ThumbsDown);

        Assert.Equal(
            new HashSet<(string, PaperKey, Verdict)>
            {
                ("U1", Paper, Verdict.ThumbsUp), ("U1", Paper, Verdict.Saved), ("U1", Paper, Verdict.AskedAbout), ("U2", Paper, Verdict.ThumbsDown),
            },
            Given(subscription).ToHashSet());
    }

    [Fact]
    public void TakeBack_OneVerdict_LeavesTheOthers()
    {
        var subscription = Subscribe();
        Verdicts.Give(subscription, "U1", Paper, Verdict.ThumbsUp);
        Verdicts.Give(subscription, "U1", Other, Verdict.ThumbsUp);
        Verdicts.TakeBack(subscription, "U1", Paper, Verdict.ThumbsUp);
        Verdicts.TakeBack(subscription, "U1", Paper, Verdict.Saved);

        Assert.Equal([("U1", Other, Verdict.ThumbsUp)], Given(subscription));
    }

    [Fact]
    public void Give_SubscriptionThatIsGone_IsForgotten()
    {
        Verdicts.Give(4711, "U1", Paper, Verdict.ThumbsUp);

        Assert.Empty(Given(4711));
    }

    [Fact]
    public void Of_Saved_AreThePersonsOwn()
    {
        Saved.Save("U1", Paper);
        Saved.Save("U1", Other);
        Saved.Save("U1", Paper);
        Saved.Save("U2", Other);
        Assert.Equal(2, Saved.Of("U1", 10).Count);
        Assert.Single(Saved.Of("U1", 1));

        Saved.Remove("U1", Paper);

        Assert.Equal([Other], Saved.Of("U1", 10));
        Assert.Equal([Other], Saved.Of("U2", 10));
    }

    private List<(string Person, PaperKey Paper, Verdict Verdict)> Given(long subscription) =>
        [.. Verdicts.Of(subscription).Select(given => (given.Person, given.Paper, given.Verdict))];

    private long Subscribe()
    {
        using var connection = _folder.Library().Open();
        return connection.Count(
            """
            INSERT INTO subscriptions (place, owner, topics, authors, categories, seeds, cron, time_zone, most, minimum_score, since, created_at)
            VALUES ('C1', 'U1', '[]', '[]', '[]', '[]', '0 9 * * *', 'UTC', 5, 0, 0, 0) RETURNING id
            """);
    }
}
