using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Replies;

/// <summary>Chooses the papers of an export.</summary>
internal sealed class Exports(PaperStore papers, Retriever retriever)
{
    // Some 20 MB; a whole library of more is for the command line, which writes it as it reads.
    private const int MostListed = 10_000;

    // Words rank every paper; further down none is about them.
    private const int MostRanked = 50;

    /// <param name="scope">Which papers may be exported at all; null is all.</param>
    public async Task<Reply> ExportAsync(
        string id, BotRequest.Export export, SearchFilter? scope, bool isPrivate, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(export.Query, out var problem);
        if (problem is not null)
            return NoticeReply.Of(id, SafeText.Mrkdwn(problem, 1_000));
        query = query with { Filter = query.Filter with { Within = scope } };
        var chosen = query.Text.Length == 0
            ? papers.List(query.Filter, MostListed)
            : [.. (await retriever.SearchAsync(query, MostRanked, SearchMode.Hybrid, cancellationToken)).Hits.Select(hit => hit.Paper)];
        if (chosen.Count == 0)
            return NoticeReply.Of(id, export.Query.Length == 0
                ? "There are no papers to export yet."
                : $"No paper of the library matches “{SafeText.Mrkdwn(export.Query, 300)}”, so there is nothing to export.");
        var isAll = query.Filter.IsEmpty && query.Text.Length == 0;
        return ExportReply.Of(id, export.Format, chosen, isAll ? papers.Count() - chosen.Count : 0, isPrivate, query.Text);
    }

    public Reply Cite(string id, IReadOnlyList<PaperKey> keys, bool isPrivate) =>
        keys.Select(papers.Find).OfType<Paper>().ToList() is { Count: > 0 } found
            ? ExportReply.Of(id, ExportFormat.BibTeX, found, left: 0, isPrivate)
            : NoticeReply.Of(id, "The library does not have this paper any more.");
}
