using System.Numerics.Tensors;
using Microsoft.Data.Sqlite;
using PaperBot.Embedding;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Speed;

/// <summary>
/// What is lost by storing embeddings in fewer bits: the nearest papers by stored embeddings against those by embeddings as the model
/// makes them (float32). Only papers that come near one of the queries are embedded again; the others cannot be among the nearest.
/// </summary>
internal static class StoragePrecision
{
    private const int Wanted = 10, Near = 30, Queries = 60, Repeats = 200;

    /// <param name="cacheFile">Keeps the embeddings for the next run.</param>
    public static async Task MeasureAsync(
        SqliteConnection connection, OnnxEmbeddingGenerator generator, ExactSearch exact, IEnumerable<float[]> queries, string cacheFile, Figures figures,
        CancellationToken cancellationToken)
    {
        var near = queries.Take(Queries).Select(query => (Query: query, Papers: exact.Nearest(query, Near))).ToList();
        var papers = near.SelectMany(pair => pair.Papers).Distinct().ToList();
        using var cache = new EmbeddingCache(cacheFile, generator.Model.Id, generator);
        var made = await cache.GenerateAsync(papers.Select(Text), EmbeddingInput.Passage, cancellationToken).ConfigureAwait(false);
        var whole = papers.Zip(made, (paper, embedding) => (paper, embedding.Vector)).ToDictionary(pair => pair.paper, pair => pair.Vector.ToArray());
        var bytes = whole.ToDictionary(pair => pair.Key, pair => VectorCodec.Encode(pair.Value));
        var halves = whole.ToDictionary(pair => pair.Key, pair => Array.ConvertAll(pair.Value, value => (Half)value));
        var scratch = new float[generator.Model.Dimensions];

        var inBytes = Measure((query, paper) => VectorCodec.Dot(query, bytes[paper], scratch));
        var inHalves = Measure((query, paper) =>
        {
            TensorPrimitives.ConvertToSingle(halves[paper], scratch);
            return TensorPrimitives.Dot<float>(query, scratch);
        });
        var (size, ofHalves) = (VectorCodec.Size(scratch.Length), 2 * scratch.Length);
        figures.Add("full embeddings stored as int8: recall@10 against float32", inBytes.ToString(), $"as float16: {inHalves}", Figures.Times(inBytes.Recall, inHalves.Recall));
        figures.Add("… bytes a paper", $"{size}", $"as float16: {ofHalves}; as float32: {2 * ofHalves}", Figures.Times(size, ofHalves));

        string Text(long id) => connection.Query(
            "SELECT title, abstract FROM papers WHERE id = $id", row => $"{row.GetString(0)}. {row.GetString(1)}", ("$id", id)).Single();

        Precision Measure(Func<float[], long, float> similarity)
        {
            var recall = near.Average(pair => Best(pair.Papers, paper => TensorPrimitives.Dot<float>(pair.Query, whole[paper]))
                .Intersect(Best(pair.Papers, paper => similarity(pair.Query, paper))).Count() / (double)Wanted);
            var start = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < Repeats; i++)
                foreach (var (query, of) in near)
                    foreach (var paper in of)
                        similarity(query, paper);
            return new Precision(recall, TimeProvider.System.GetElapsedTime(start).TotalNanoseconds / Repeats / near.Sum(pair => pair.Papers.Count));
        }
    }

    private static IEnumerable<long> Best(IReadOnlyList<long> papers, Func<long, float> similarity) => papers.OrderByDescending(similarity).Take(Wanted);

    private readonly record struct Precision(double Recall, double Nanoseconds)
    {
        public override string ToString() => $"{Figures.Number(Recall, "0.0000")}, {Figures.Number(Nanoseconds)} ns a comparison";
    }
}
