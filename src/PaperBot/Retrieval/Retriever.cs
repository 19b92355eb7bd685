using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>Turns a question into ranked papers and the sentences of them that bear on it.</summary>
internal sealed class Retriever(LibraryDatabase database, PaperStore papers, QueryEmbedder embedder, HybridSearch search)
{
    // Word by word comparison is dear, and the answer is in one of the first papers or nowhere.
    private const int ComparedPapers = 3;

    /// <summary>Papers for a query, best first. A query of conditions alone lists what meets them, newest first.</summary>
    public async Task<SearchResult> SearchAsync(SearchQuery query, int limit, SearchMode mode, CancellationToken cancellationToken)
    {
        if (query.Text.Length == 0)
            return new SearchResult([.. papers.List(query.Filter, limit).Select(paper => new SearchHit(paper, 1, "meets the conditions"))]);
        var embedding = mode == SearchMode.Keyword ? null : await embedder.QueryAsync(query.Text, cancellationToken).ConfigureAwait(false);
        return Search(query, embedding, limit, mode, mode == SearchMode.Keyword ? SearchNotice.None : QueryEmbedder.Notice(embedding));
    }

    /// <summary>Papers closest to a paper of the library, without itself.</summary>
    public async Task<SearchResult> SimilarAsync(Paper paper, SearchFilter filter, int limit, CancellationToken cancellationToken)
    {
        var embedding = await embedder.PassageAsync($"{paper.Title}. {paper.Abstract}", cancellationToken).ConfigureAwait(false);
        var found = Search(new SearchQuery(paper.Title, filter), embedding, limit + 1, SearchMode.Hybrid, QueryEmbedder.Notice(embedding));
        return found with { Hits = [.. found.Hits.Where(hit => hit.Paper.Key != paper.Key).Take(limit)] };
    }

    /// <summary>The sentences of the best papers for a question.</summary>
    public async Task<EvidencePool> FindEvidenceAsync(SearchQuery question, int limit, CancellationToken cancellationToken)
    {
        var embedding = await embedder.QueryAsync(question.Text, cancellationToken).ConfigureAwait(false);
        var (found, rarity) = Find(question, embedding, limit);
        var evidence = new List<EvidencePaper>(found.Count);
        foreach (var (ranked, paper) in found)
        {
            var sentences = ranked.Sentences.Count > 0 || embedding is null
                ? ranked.Sentences : await embedder.CompareSentencesAsync(paper.Abstract, embedding, cancellationToken).ConfigureAwait(false);
            evidence.Add(new EvidencePaper(paper, ranked.Score, ranked.Similarity ?? 0, sentences.Count > 0
                ? [.. sentences.Select(sentence => new EvidenceSentence(paper.Abstract.Substring(sentence.Span.Start, sentence.Span.Length), sentence.Similarity, sentence.Typicality))]
                : [.. SentenceSplitter.Split(paper.Abstract).Select(sentence => new EvidenceSentence(sentence, 0, 0))]));
        }

        var kinship = await embedder.CompareWordsAsync(
            question.Text, evidence.Take(ComparedPapers).Select(near => $"{near.Paper.Title} {near.Paper.Abstract}"), cancellationToken).ConfigureAwait(false);
        return new EvidencePool(evidence, rarity, kinship, embedding is not null, QueryEmbedder.Notice(embedding));
    }

    private (IReadOnlyList<(RankedPaper Ranked, Paper Paper)> Papers, IReadOnlyDictionary<string, double> Rarity) Find(
        SearchQuery question, QueryEmbedding? embedding, int limit)
    {
        using var connection = database.Open();
        // One state of the library: the places of sentences are those of the abstract that they were stored with.
        using var snapshot = connection.BeginTransaction(deferred: true);
        return ([.. Read(connection, search.Rank(connection, question, embedding, SearchMode.Hybrid).Take(limit))], TermRarity.Of(connection, question.Text));
    }

    private SearchResult Search(SearchQuery query, QueryEmbedding? embedding, int limit, SearchMode mode, SearchNotice notice)
    {
        using var connection = database.Open();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var ranked = search.Rank(connection, query, embedding, embedding is null ? SearchMode.Keyword : mode, limit);
        if (ranked.Count == 0)
            return new SearchResult([], notice);
        // 1 is the best of this search and 0 the worst that was looked at.
        var (best, worst) = (ranked[0].Score, ranked[^1].Score);
        var words = KeywordQuery.TellingWords(query.Text);
        return new SearchResult(
            [
                .. Read(connection, ranked.Take(limit)).Select(hit => new SearchHit(
                    hit.Paper,
                    best > worst ? (hit.Ranked.Score - worst) / (best - worst) : 1,
                    SearchReason.Of(hit.Paper, words, hit.Ranked.Similarity))),
            ],
            notice);
    }

    private static IEnumerable<(RankedPaper Ranked, Paper Paper)> Read(SqliteConnection connection, IEnumerable<RankedPaper> ranked)
    {
        using var command = connection.Prepare($"SELECT {PaperRow.Columns} FROM papers p WHERE p.id = $id", ("$id", 0L));
        foreach (var paper in ranked)
        {
            command.Parameters["$id"].Value = paper.Id;
            using var row = command.ExecuteReader();
            if (row.Read())
                yield return (paper, PaperRow.Read(row));
        }
    }
}
