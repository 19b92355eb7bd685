using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>Embeds what a subscription is about.</summary>
internal sealed class AimReader(LibraryDatabase database, QueryEmbedder embedder, SimilarityScale scale)
{
    // An embedding takes about ten milliseconds, and subscriptions keep their topics. Ten times as many as a team has.
    private const int MostTopics = 2_000;

    private readonly ConcurrentDictionary<(string Model, string Topic), float[]> _topics = new();

    public async Task<Aim> ReadAsync(Interest interest, CancellationToken cancellationToken)
    {
        var identity = embedder.Model;
        var topics = new List<float[]?>(interest.Topics.Count);
        foreach (var topic in interest.Topics)
            topics.Add(identity is null ? null : await EmbedAsync(identity, topic, cancellationToken).ConfigureAwait(false));
        var zero = await scale.ZeroAsync(identity, cancellationToken).ConfigureAwait(false);
        using var connection = database.Open();
        var model = identity is null ? null : VectorModel.Find(connection, identity);
        return new Aim(interest, model, zero, topics, Seeds(connection, model, interest.Seeds));
    }

    private async Task<float[]?> EmbedAsync(string model, string topic, CancellationToken cancellationToken)
    {
        if (_topics.TryGetValue((model, topic), out var known))
            return known;
        if (await embedder.QueryAsync(topic, cancellationToken).ConfigureAwait(false) is not { } embedding)
            return null;
        if (_topics.Count >= MostTopics)
            _topics.Clear();
        return _topics[(embedding.Model, topic)] = embedding.Vector.ToArray();
    }

    private static List<SeedPaper> Seeds(SqliteConnection connection, VectorModel? model, IReadOnlyList<PaperKey> keys)
    {
        var papers = keys.SelectMany(key => connection.Query(
            $"SELECT p.id, {PaperRow.Columns} FROM papers p WHERE p.id = (SELECT paper_id FROM paper_keys WHERE key = $key)",
            row => (Id: row.GetInt64(0), Paper: PaperRow.Read(row, 1)), ("$key", key.Value))).DistinctBy(seed => seed.Id).ToList();
        var pool = PaperPool.Read(connection, model, papers.Select(paper => paper.Id));
        return [.. papers.Select(seed =>
        {
            var vector = new float[pool.Dimensions];
            return new SeedPaper(seed.Id, seed.Paper, pool.TryDecode(Array.BinarySearch(pool.Ids, seed.Id), vector) ? vector : null);
        })];
    }
}
