using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Tests.Digests.Delivery;

/// <summary>Deliveries over a library in a temporary folder. Papers are those that the test says are new, and the chat is in memory.</summary>
internal sealed class DeliveryTest : IDisposable
{
    public static readonly DateTimeOffset Sunday = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public DeliveryTest()
    {
        Library = _folder.Library();
        Subscriptions = new SubscriptionStore(Library, Changes, Time);
        Digests = new DigestStore(Library);
        Runner = Host();
    }

    public FakeTimeProvider Time { get; } = new(Sunday);

    public LibraryDatabase Library { get; }

    public SubscriptionChanges Changes { get; } = new();

    public SubscriptionStore Subscriptions { get; }

    public DigestStore Digests { get; }

    public DigestRunner Runner { get; }

    public ScriptedChat Chat { get; } = new();

    /// <summary>What came to the library, and when.</summary>
    public List<(Paper Paper, DateTimeOffset At)> Arrived { get; } = [];

    /// <summary>Runs before papers are chosen.</summary>
    public Action OnSelect { get; set; } = () => { };

    /// <summary>Another process on the same library.</summary>
    public DigestRunner Host()
    {
        var claims = new Claims(Library, Time);
        return new DigestRunner(
            Subscriptions, Digests, Drafts(), new DigestWriter(Library, claims, Time), claims, Chat, Time, NullLogger<DigestRunner>.Instance);
    }

    public DigestDrafts Drafts() => new(Digests, Library, (_, after, until, _) =>
    {
        OnSelect();
        var items = Arrived.Where(paper => paper.At > after && paper.At <= until).Select(paper => new DigestItem(paper.Paper, 0.5, "A sentence.", "a reason")).ToList();
        return Task.FromResult(new DigestDraft(items, items.Count));
    });

    /// <summary>Daily at nine, in UTC, from Sunday noon on.</summary>
    public Subscription Subscribe(string cron = "0 9 * * *") => Subscriptions.Add(
        new Subscription(0, "C1", "U1", Interest.None, new Timing(cron, "UTC"), 10, 0, Time.GetUtcNow(), null));

    public void Arrive(string title)
    {
        // A paper of the very moment of the last look came before it.
        Time.Advance(TimeSpan.FromSeconds(1));
        var paper = SomePaper.Titled(title);
        new PaperStore(Library, Time).Store([paper]);
        Arrived.Add((paper, Time.GetUtcNow()));
    }

    /// <summary>Runs at a time of the days that follow Sunday.</summary>
    public async Task<DateTimeOffset?> RunAsync(int day, int hour, int minute = 0)
    {
        Time.SetUtcNow(new DateTimeOffset(2026, 3, 1 + day, hour, minute, 0, TimeSpan.Zero));
        return await Runner.RunDueAsync(default);
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>A chat that does what the test says.</summary>
internal sealed class ScriptedChat : IDigestPost
{
    public List<(Digest Digest, bool MayBePosted)> Posts { get; } = [];

    public List<(long Subscription, string Why)> Told { get; } = [];

    /// <summary>Runs before the chat takes a post.</summary>
    public Func<Digest, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs after it has.</summary>
    public Action After { get; set; } = () => { };

    public string? Closed { get; set; }

    public IEnumerable<string> Titles => Posts.Select(post => string.Join(", ", post.Digest.Items.Select(item => item.Paper.Title)));

    public async Task<PostOutcome> PostAsync(Digest digest, bool mayBePosted, CancellationToken cancellationToken)
    {
        await Before(digest, cancellationToken);
        if (Closed is { } why)
            return new PostOutcome.Closed(why);
        if (!mayBePosted || !Posts.Exists(post => post.Digest.Id == digest.Id))
            Posts.Add((digest, mayBePosted));
        After();
        return new PostOutcome.Posted($"m{Posts.FindIndex(post => post.Digest.Id == digest.Id) + 1}");
    }

    public async Task TellPausedAsync(Subscription subscription, string why, CancellationToken cancellationToken)
    {
        await Before(null!, cancellationToken);
        Told.Add((subscription.Id, why));
    }
}
