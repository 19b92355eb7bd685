using System.Globalization;

namespace PaperBot.Ingestion.Feeds;

/// <summary>How the feeds of the list stand.</summary>
/// <param name="Feeds">How many there are.</param>
/// <param name="NextAt">When the next is read; null when there are none, or none was read yet.</param>
/// <param name="Problems">A sentence for each that could not be read, with when it is tried again, and for each line that names none.</param>
internal sealed record FeedStanding(int Feeds, DateTimeOffset? NextAt, IReadOnlyList<string> Problems);

/// <summary>Tells how the feeds stand, to those who look after the bot.</summary>
internal sealed class FeedWatch(FeedList list, FeedStore store)
{
    public FeedStanding Look()
    {
        var (feeds, mistakes) = list.Read();
        var states = store.All().ToDictionary(state => state.Name);
        var known = feeds.Select(feed => states.GetValueOrDefault(feed.Name)).OfType<FeedState>().ToList();
        return new FeedStanding(
            feeds.Count, known.Count > 0 ? known.Min(state => state.NextAt) : null,
            [.. mistakes, .. known.Where(state => state.Problem.Length > 0).Select(Told)]);
    }

    private static string Told(FeedState state) => string.Create(
        CultureInfo.InvariantCulture,
        $"{state.Name} {(state.SucceededAt is { } last ? $"was last read {last:yyyy-MM-dd HH:mm} UTC" : "was never read yet")}: {state.Problem} "
        + $"It is tried again {state.NextAt:yyyy-MM-dd HH:mm} UTC.");
}
