using PaperBot.Digests.Delivery;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>Holds what lies in the chat and the library at the end against the calendar and against the papers that came.</summary>
internal sealed class SimulationCheck(SimulationPlan plan, LibraryDatabase library, ISimulatedChat chat, SimulatedPapers papers, SimulationCounts counts)
{
    // What failed is tried again within an hour, and what a dead host held comes free before.
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(75);

    private sealed record Row(string Id, long Subscription, DateTimeOffset DueAt, int State, DateTimeOffset MadeAt, DateTimeOffset? PostedAt);

    public void Check(IReadOnlyList<SimulatedSubscription> subscriptions)
    {
        var rows = Rows().ToLookup(row => row.Subscription);
        var seen = chat.Seen.ToLookup(post => post.Place);
        // A message shows ten papers at most; what a simulated digest holds is not chosen.
        var papersOf = PapersOfDigests();
        foreach (var repeated in chat.Seen.CountBy(post => post.Digest).Where(count => count.Value > 1))
            Complain($"digest {repeated.Key} was posted {repeated.Value} times", () => counts.Double++);
        foreach (var subscription in subscriptions)
        {
            CheckPosts([.. seen[subscription.Place]], subscription);
            counts.Told += subscription.Told;
            if (subscription.Told > subscription.TimesClosed)
                Complain($"the owner of {subscription.Id} was told {subscription.Told} times", () => counts.ToldTwice++);
            if (subscription.RemovedAt is not null)
                continue;
            CheckTimes(subscription, [.. rows[subscription.Id]]);
            CheckPapers(subscription, [.. rows[subscription.Id]], [.. seen[subscription.Place].SelectMany(post => papersOf[post.Digest])]);
        }
    }

    private void CheckPosts(List<SeenDigest> posts, SimulatedSubscription subscription)
    {
        counts.Posted += posts.Count;
        counts.PostedNothing += posts.Count(post => post.Papers.Count == 0);
        foreach (var twice in posts.Zip(posts.Skip(1)).Where(pair => pair.First.Papers.Count + pair.Second.Papers.Count == 0))
            Complain($"{subscription.Id} was told twice in a row that there is nothing: {twice.Second.Digest}", () => counts.NothingTwice++);
        foreach (var twice in posts.SelectMany(post => post.Papers).CountBy(paper => paper).Where(count => count.Value > 1))
            Complain($"{subscription.Id} has {twice.Key} {twice.Value} times", () => counts.PapersTwice++);
    }

    private void CheckTimes(SimulatedSubscription subscription, List<Row> rows)
    {
        var due = subscription.Named(plan.End);
        var handled = rows.Where(row => row.State is (int)DigestState.Posted or (int)DigestState.NothingToPost).ToDictionary(row => row.Id);
        counts.Due += due.Count(at => !subscription.IsPausedAt(at));
        counts.Silent += handled.Values.Count(row => row.State == (int)DigestState.NothingToPost);
        for (var i = 0; i < due.Count; i++)
        {
            // A channel is closed for a while before anybody notices.
            if (subscription.IsPausedAt(due[i]))
                continue;
            if (handled.TryGetValue(subscription.IdOf(due[i]), out var own))
            {
                counts.OnTheirOwn++;
                var late = (own.PostedAt ?? own.MadeAt) - due[i];
                counts.Latest = late > counts.Latest ? late : counts.Latest;
            }
            else if (IsCovered(subscription, due[i], i + 1 < due.Count ? due[i + 1] : null, [.. handled.Values]))
                counts.CaughtUp++;
            else
                Complain($"{subscription.Id} ({subscription.Calendar.Timing.Cron}, {subscription.Calendar.TimeZone}) has nothing for {due[i]:u}", () => counts.Lost++);
        }

        var named = subscription.Named(plan.End.AddDays(2)).Select(subscription.IdOf).ToHashSet();
        foreach (var invented in handled.Values.Where(row => !named.Contains(row.Id)))
            Complain($"{subscription.Id} has a digest for {invented.DueAt:u}, which its calendar does not name", () => counts.Invented++);
    }

    /// <summary>Only where nobody could post until the next due time, and one digest came for it then.</summary>
    private bool IsCovered(SimulatedSubscription subscription, DateTimeOffset due, DateTimeOffset? next, IReadOnlyList<Row> handled)
    {
        if (next is null)
            return handled.Any(row => (row.PostedAt ?? row.MadeAt) >= due)
                || subscription.Hindrances.Any(hindrance => hindrance.Until + LongestRetry >= plan.End);
        return handled.Any(row => (row.PostedAt ?? row.MadeAt) >= due)
            && subscription.Hindrances.Any(hindrance => hindrance.From <= next && hindrance.Until + LongestRetry >= next);
    }

    /// <summary>All that came by the time of the last decision, less the minutes in which an import may still be under way.</summary>
    private void CheckPapers(SimulatedSubscription subscription, List<Row> rows, List<string> delivered)
    {
        counts.PapersDelivered += delivered.Count;
        var decided = rows.Where(row => row.State is not (int)DigestState.GivenUp).Select(row => row.MadeAt).DefaultIfEmpty(plan.Start).Max();
        foreach (var lost in papers.All.Where(paper => paper.SeenAt <= decided.AddMinutes(-20)).Select(paper => paper.Paper.Key.Value).Except(delivered))
            Complain($"{subscription.Id} never got {lost}", () => counts.PapersLost++);
    }

    private void Complain(string complaint, Action count)
    {
        count();
        counts.Complaints.Add(complaint);
    }

    private List<Row> Rows()
    {
        using var connection = library.Open();
        return connection.Query(
            "SELECT id, subscription, due_at, state, made_at, posted_at FROM digests",
            row => new Row(
                row.GetString(0), row.GetInt64(1), Time(row.GetInt64(2)), row.GetInt32(3), Time(row.GetInt64(4)), row.IsDBNull(5) ? null : Time(row.GetInt64(5))));
    }

    private ILookup<string, string> PapersOfDigests()
    {
        using var connection = library.Open();
        return connection.Query("SELECT digest, paper FROM digest_papers", row => (Digest: row.GetString(0), Paper: row.GetString(1)))
            .ToLookup(row => row.Digest, row => row.Paper);
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
