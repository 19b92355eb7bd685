using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>Turns a question into ranked papers: keyword and vector search, fused.</summary>
internal sealed class Retriever(LibraryDatabase database, PaperStore papers, IOptions<RetrievalOptions> options)
{
    /// <summary>Papers for a query, best first. A query of conditions alone lists what meets them, newest first.</summary>
    public async Task<SearchResult> SearchAsync(SearchQuery query, int limit, SearchMode mode, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (query.Text.Length == 0)
            return new SearchResult([.. papers.List(query.Filter, limit).Select(paper => new SearchHit(paper, 1, "meets the conditions"))]);
        using var connection = database.Open();
        var keyword = KeywordIndex.Search(connection, query.Text, query.Filter, options.Value.FusedPapers);
        return new SearchResult([.. keyword.Take(limit).Select(hit => new SearchHit(Read(connection, hit.PaperId), hit.Score / keyword[0].Score, "words"))]);
    }

    /// <summary>Papers closest to a paper of the library, without itself.</summary>
    public Task<SearchResult> SimilarAsync(Paper paper, int limit, CancellationToken cancellationToken) =>
        SearchAsync(new SearchQuery($"{paper.Title} {paper.Abstract}", SearchFilter.None), limit, SearchMode.Hybrid, cancellationToken);

    private static Paper Read(SqliteConnection connection, long id) =>
        connection.Query($"SELECT {PaperRow.Columns} FROM papers p WHERE p.id = $id", row => PaperRow.Read(row), ("$id", id))[0];
}
