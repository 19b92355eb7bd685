using PaperBot.Charts.Trends;
using PaperBot.Retrieval;

namespace PaperBot.Charts;

/// <summary>The chart that a message about topics carries.</summary>
internal sealed class TopicCharts(TrendSearch trends)
{
    /// <summary>How many papers about any of the topics appeared when, as a picture.</summary>
    /// <param name="topics">In plain words.</param>
    /// <param name="filter">Which papers are looked at.</param>
    /// <returns>Null when there are no topics, or too few papers about them to show a trend.</returns>
    public async Task<Picture?> TrendAsync(IReadOnlyList<string> topics, SearchFilter filter, CancellationToken cancellationToken)
    {
        var named = topics.Where(topic => !string.IsNullOrWhiteSpace(topic)).ToList();
        return named.Count > 0 && await trends.OfAsync(named, filter, cancellationToken).ConfigureAwait(false) is TrendOutcome.Found found
            ? TrendPicture.Of(found.Trend) : null;
    }
}
