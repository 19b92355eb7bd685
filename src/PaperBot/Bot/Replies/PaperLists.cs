using PaperBot.Answering;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Replies;

/// <summary>Replies that are lists: what a search found, what is like a paper, what comes near a question without an answer.</summary>
internal sealed class PaperLists(Retriever retriever, Summarizer summarizer)
{
    // What a screen shows; the next ones are a click away.
    private const int Shown = 6;

    // Further down nobody has found anything.
    private const int MostFound = 60;

    /// <param name="scope">Which papers may be found at all; null is all.</param>
    public async Task<Reply> SearchAsync(string id, BotRequest.Search search, SearchFilter? scope, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(search.Query, out var problem);
        if (problem is not null)
            return NoticeReply.Of(id, SafeText.Mrkdwn(problem, 1_000));
        var skip = Math.Clamp(search.Skip, 0, MostFound);
        query = query with { Filter = query.Filter with { Within = scope } };
        var found = await retriever.SearchAsync(query, skip + Shown + 1, SearchMode.Hybrid, cancellationToken);
        var words = SafeText.Typed(search.Query, 300);
        // Conditions alone are met by each that is listed.
        if (query.Text.Length == 0)
            found = found with { Hits = [.. found.Hits.Select(hit => hit with { Why = "" })] };
        var heading = words.Length == 0 ? "The papers of the library, the newest first"
            : query.Text.Length == 0 ? $"Papers with {words}, the newest first" : words.Contains('"') ? $"Papers on {words}" : $"Papers on “{words}”";
        var nothing = words.Length == 0 ? "There are no papers yet."
            : $"No paper of the library matches {(words.Contains('"') ? words : $"“{words}”")}. Try fewer or other words, or drop a condition.";
        return List(
            id, found, skip, heading, nothing,
            new ButtonValue.MoreFound(skip + Shown, search.Query), cancellationToken);
    }

    public async Task<Reply> SimilarAsync(string id, Paper paper, int skipped, SearchFilter? scope, CancellationToken cancellationToken)
    {
        var skip = Math.Clamp(skipped, 0, MostFound);
        var found = await retriever.SimilarAsync(paper, scope ?? SearchFilter.None, skip + Shown + 1, cancellationToken);
        return List(
            id, found, skip, $"Papers like {PaperLink.Mrkdwn(paper)}", $"The library has no other paper like {PaperLink.Mrkdwn(paper)}.",
            new ButtonValue.MoreSimilar(skip + Shown, paper.Key), cancellationToken);
    }

    /// <param name="sentence">Why there is no answer, in Slack's markup.</param>
    public Reply Refuse(string id, string sentence, Answer answer, CancellationToken cancellationToken) => PapersReply.Of(
        id, ReplyKind.Refusal, answer.Citations.Count > 0 ? $"{sentence}\nThe nearest papers:" : sentence,
        [.. answer.Citations.Select(near => Listed(near.Paper, "", cancellationToken))], note: NoticeText.Of(answer.Notice));

    private Reply List(
        string id, SearchResult found, int skip, string heading, string nothing, ButtonValue more, CancellationToken cancellationToken)
    {
        var page = found.Hits.Skip(skip).Take(Shown).ToList();
        return page.Count == 0
            ? NoticeReply.Of(id, skip > 0 ? "There are no more papers." : nothing)
            : PapersReply.Of(
                id, ReplyKind.Papers, skip > 0 ? $"{heading}, continued" : heading,
                [.. page.Select(hit => Listed(hit.Paper, hit.Why, cancellationToken))],
                skip + 1, found.Hits.Count > skip + Shown && skip + Shown < MostFound ? more : null, NoticeText.Of(found.Notice));
    }

    private ListedPaper Listed(Paper paper, string why, CancellationToken cancellationToken) =>
        new(paper, summarizer.Summarize(paper, cancellationToken).Tldr, why);
}
