using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>
/// Which papers of the library are about a topic. A search ranks and always finds something; this decides, so that papers can be counted.
/// </summary>
internal sealed class TopicSearch(LibraryDatabase database, QueryEmbedder embedder, HybridSearch search)
{
    // Set by reading the papers about these values for topics of 900 papers on retrieval and language (all-MiniLM-L6-v2): from 0.5 nearly all are
    // about the topic, at 0.45 half are about its neighbour ("top-n recommendation" for "music recommendation"), and of those that have its words
    // the ones below 0.33 only mention it.
    /// <summary>A paper this close to a topic is about it, whatever its words.</summary>
    private const float Close = 0.50f;

    /// <summary>A paper that has every telling word of the topic is about it when it is at least this close; else it only mentions them.</summary>
    private const float CloseWithWords = 0.33f;

    /// <summary>Below this a paper has nothing to do with a topic and is not even near it.</summary>
    private const float Near = 0.20f;

    // More papers about one thing than any chart can tell apart; it bounds what is read.
    private const int MostScored = 20_000;

    /// <summary>All papers about the topic; without a model, or where they have no embedding yet, those that have all of its words.</summary>
    public async Task<TopicPapers> AboutAsync(string topic, SearchFilter filter, CancellationToken cancellationToken)
    {
        var embedding = await embedder.QueryAsync(topic, cancellationToken).ConfigureAwait(false);
        using var connection = database.Open();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var allowed = filter.IsEmpty ? null : PaperStore.Ids(connection, filter);
        var having = KeywordIndex.Having(connection, KeywordQuery.TellingWords(topic), MostScored).Where(id => allowed is null || allowed.Contains(id)).ToHashSet();
        var near = embedding is null ? [] : search.Index(embedding.Model).Search(connection, embedding.Vector.Span, MostScored, MostScored, allowed);
        var about = near.Where(hit => hit.Similarity >= (having.Contains(hit.PaperId) ? CloseWithWords : Close))
            .Select(hit => (hit.PaperId, Similarity: (float?)hit.Similarity)).ToList();
        having.ExceptWith(near.Select(hit => hit.PaperId));
        if (embedding is not null)
            having.ExceptWith(search.Index(embedding.Model).Score(connection, embedding.Vector.Span, [.. having]).Select(hit => hit.PaperId));
        about.AddRange(having.Order().Select(id => (id, (float?)null)));
        return Found(connection, about, [], filter, allowed, embedding);
    }

    /// <summary>The papers nearest to the topic, with their embeddings; none without a model.</summary>
    public async Task<TopicPapers> NearestAsync(string topic, SearchFilter filter, int most, CancellationToken cancellationToken)
    {
        var embedding = await embedder.QueryAsync(topic, cancellationToken).ConfigureAwait(false);
        using var connection = database.Open();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var allowed = filter.IsEmpty ? null : PaperStore.Ids(connection, filter);
        if (embedding is null)
            return Found(connection, [], [], filter, allowed, embedding);
        var index = search.Index(embedding.Model);
        var near = index.Search(connection, embedding.Vector.Span, Math.Max(most, 1_000), most, allowed).Where(hit => hit.Similarity >= Near)
            .Select(hit => (hit.PaperId, Similarity: (float?)hit.Similarity)).ToList();
        return Found(connection, near, index.Embeddings(connection, [.. near.Select(hit => hit.PaperId)]), filter, allowed, embedding);
    }

    /// <summary>How much each word tells in this library, by its stem: 0.1 to 1.</summary>
    public IReadOnlyDictionary<string, double> Rarity(IReadOnlyList<string> words)
    {
        using var connection = database.Open();
        return TermRarity.Of(connection, words);
    }

    private static TopicPapers Found(
        SqliteConnection connection, IEnumerable<(long Id, float? Similarity)> ids, Dictionary<long, float[]> embeddings,
        SearchFilter filter, HashSet<long>? allowed, QueryEmbedding? embedding)
    {
        using var paper = connection.Prepare($"SELECT {PaperRow.Columns} FROM papers p WHERE p.id = $id", ("$id", 0L));
        var papers = new List<TopicPaper>();
        foreach (var (id, similarity) in ids)
        {
            paper.Parameters["$id"].Value = id;
            using var row = paper.ExecuteReader();
            if (row.Read())
                papers.Add(new TopicPaper(PaperRow.Read(row), similarity, embeddings.GetValueOrDefault(id)));
        }

        using var latest = connection.CreateCommand();
        latest.CommandText = $"SELECT max(p.published) FROM papers p WHERE {filter.Where(latest)}";
        return new TopicPapers(
            papers, allowed?.Count ?? connection.Count("SELECT count(*) FROM papers"),
            PublicationDate.TryParse(latest.ExecuteScalar() as string, out var date) ? date : null, QueryEmbedder.Notice(embedding));
    }
}
