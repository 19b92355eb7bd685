using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests.Feedback;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Embedding;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// How long a morning takes: all papers of a library are new to two hundred subscriptions. The papers are real, and their embeddings are
/// random vectors of the model's shape: how long they take does not depend on what they mean.
/// </summary>
internal static class RankingSpeed
{
    private const int Subscriptions = 200, ScannedByTheBaseline = 20;

    public static async Task RunAsync(ServiceProvider library, TextWriter output, CancellationToken cancellationToken)
    {
        var model = library.GetRequiredService<EmbeddingModelLoader>().Load()?.Model ?? throw new InvalidOperationException("The embedding model is not installed.");
        Embed(library.GetRequiredService<VectorStore>(), model);
        var subscriptions = Subscribe(library);
        var selection = library.GetRequiredService<DigestSelection>();
        var (until, idle) = (TimeProvider.System.GetUtcNow().AddDays(1), GC.GetTotalMemory(forceFullCollection: true));
        var (times, items, candidates) = (new List<double>(), 0, 0);
        foreach (var subscription in subscriptions)
        {
            var watch = Stopwatch.StartNew();
            var draft = await selection.SelectAsync(subscription, subscription.Since, until, cancellationToken).ConfigureAwait(false);
            times.Add(watch.Elapsed.TotalMilliseconds);
            (items, candidates) = (items + draft.Items.Count, Math.Max(candidates, draft.Candidates));
        }

        var held = GC.GetTotalMemory(forceFullCollection: true) - idle;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var sorted = times.Order().ToList();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {candidates} candidates (random embeddings of the model's shape), {subscriptions.Count} subscriptions of 3 topics, an author, 2 seeds and 10 verdicts; {items} papers chosen
              all                {times.Sum() / 1000:0.0} s
              the first          {times[0]:0} ms, which reads what came
              the median         {sorted[sorted.Count / 2]:0} ms, 95 % within {sorted[sorted.Count * 95 / 100]:0} ms
              memory held        {held / 1048576.0:0} MiB, the process at most {peak / 1048576.0:0} MiB
            """)).ConfigureAwait(false);
        var scan = Scan(library, model, subscriptions.Count);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  baseline           {scan:0} ms a subscription, {scan * subscriptions.Count / 1000:0.0} s for all: an exact scan of all stored embeddings for 5 vectors, {ScannedByTheBaseline} measured; no words, no authors, no verdicts"))
            .ConfigureAwait(false);
    }

    private static void Embed(VectorStore vectors, EmbeddingModel model)
    {
        var chance = new Random(1);
        while (vectors.Pending(model.Id, EmbeddingPart.Paper, 0, 2_000) is { Count: > 0 } batch)
            vectors.Write(model.Id, model.Dimensions, [.. batch.Select(paper => (paper, (ReadOnlyMemory<float>)Vector(chance, model.Dimensions)))]);
    }

    private static float[] Vector(Random chance, int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
            vector[i] = (float)(chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    private static List<Subscription> Subscribe(ServiceProvider library)
    {
        var papers = library.GetRequiredService<PaperStore>().Latest(Subscriptions * 13);
        using var connection = library.GetRequiredService<LibraryDatabase>().Open();
        connection.Execute("DELETE FROM subscriptions");
        var verdicts = library.GetRequiredService<VerdictStore>();
        var subscriptions = new List<Subscription>(Subscriptions);
        for (var i = 0; i < Subscriptions; i++)
        {
            var id = connection.Count(
                """
                INSERT INTO subscriptions (place, owner, topics, authors, categories, seeds, cron, time_zone, most, minimum_score, since, created_at)
                VALUES ('C1', 'U1', '[]', '[]', '[]', '[]', '0 9 * * *', 'UTC', 10, 0, 0, 0) RETURNING id
                """);
            var own = papers.Skip(i * 13).Take(13).ToList();
            foreach (var (place, paper) in own.Skip(3).Index())
                verdicts.Give(id, "U1", paper.Key, place % 3 == 0 ? Verdict.ThumbsDown : Verdict.ThumbsUp);
            var topics = own.Take(3).Select(paper => string.Join(' ', KeywordQuery.TellingWords(paper.Title).Take(3)));
            subscriptions.Add(new Subscription(
                id, "C1", "U1", new Interest([.. topics], [.. own[0].Authors.Take(1)], [], [own[1].Key, own[2].Key]), new Timing("0 9 * * *", "UTC"), 10, 0,
                DateTimeOffset.UnixEpoch, null));
        }

        return subscriptions;
    }

    /// <returns>Milliseconds a subscription.</returns>
    private static double Scan(ServiceProvider library, EmbeddingModel model, int seed)
    {
        var chance = new Random(seed);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < ScannedByTheBaseline; i++)
        {
            var wanted = Enumerable.Range(0, 5).Select(_ => Vector(chance, model.Dimensions)).ToList();
            using var connection = library.GetRequiredService<LibraryDatabase>().Open();
            var (best, scratch) = (new PriorityQueue<long, float>(), new float[model.Dimensions]);
            using var command = connection.Prepare("SELECT v.paper_id, v.embedding FROM vectors v JOIN models m ON m.id = v.model_id WHERE m.identity = $model", ("$model", model.Id));
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                var embedding = row.GetFieldValue<byte[]>(1);
                best.Enqueue(row.GetInt64(0), wanted.Max(vector => VectorCodec.Dot(vector, embedding, scratch)));
                if (best.Count > 10)
                    best.Dequeue();
            }
        }

        return watch.Elapsed.TotalMilliseconds / ScannedByTheBaseline;
    }
}
