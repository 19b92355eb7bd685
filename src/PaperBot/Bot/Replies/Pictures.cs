using PaperBot.Bot.Rendering;
using PaperBot.Charts.Maps;
using PaperBot.Charts.Trends;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Replies;

/// <summary>Replies that are pictures of the library.</summary>
internal sealed class Pictures(TrendSearch trends, MapSearch maps)
{
    /// <param name="typed">Words, and conditions among them.</param>
    /// <param name="scope">Which papers may be counted at all; null is all.</param>
    public async Task<Reply> TrendAsync(string id, string typed, SearchFilter? scope, bool isPrivate, CancellationToken cancellationToken) =>
        Read(id, typed, scope, out var query) ?? await trends.OfAsync([query.Text], query.Filter, cancellationToken) switch
        {
            TrendOutcome.Found found => PictureReply.Of(id, found.Trend, isPrivate),
            var few => NoticeReply.Of(id, SafeText.Typed(TrendText.TooFew((TrendOutcome.TooFew)few), 1_000)),
        };

    /// <param name="typed">Words, and conditions among them.</param>
    /// <param name="scope">Which papers may be shown at all; null is all.</param>
    public async Task<Reply> MapAsync(string id, string typed, SearchFilter? scope, bool isPrivate, CancellationToken cancellationToken) =>
        Read(id, typed, scope, out var query) ?? await maps.OfAsync(query.Text, query.Filter, cancellationToken) switch
        {
            MapOutcome.Found found => PictureReply.Of(id, found.Map, isPrivate),
            MapOutcome.TooFew few => NoticeReply.Of(id, SafeText.Typed(MapText.TooFew(few), 1_000)),
            _ => NoticeReply.Of(id, MapText.NoEmbeddings),
        };

    /// <returns>What to say of a topic that cannot be read; null when it can.</returns>
    private static Reply? Read(string id, string typed, SearchFilter? scope, out SearchQuery query)
    {
        query = SearchQuery.Parse(typed, out var problem);
        query = query with { Filter = query.Filter with { Within = scope } };
        return problem is not null ? NoticeReply.Of(id, SafeText.Mrkdwn(problem, 1_000))
            : query.Text.Length == 0 ? NoticeReply.Of(id, "A picture needs a topic in words beside the conditions.") : null;
    }
}
