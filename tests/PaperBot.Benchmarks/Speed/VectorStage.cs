using Microsoft.Data.Sqlite;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Speed;

/// <summary>The two-stage vector search against an exact one over the same embeddings.</summary>
internal static class VectorStage
{
    private const int Wanted = 10, Rescored = 400;

    public static async Task MeasureAsync(
        SqliteConnection connection, string model, ExactSearch exact, IReadOnlyList<float[]> queries, Figures figures)
    {
        var index = new VectorIndex(model);
        var expected = queries.Select(query => exact.Nearest(query, Wanted).ToHashSet()).ToList();
        var scan = await Timings.MeasureAsync(queries, query => { exact.Nearest(query, Wanted); }).ConfigureAwait(false);
        var stage = await Timings.MeasureAsync(queries, query => { index.Search(connection, query, Rescored, Wanted); }).ConfigureAwait(false);
        var recall = Recall(Rescored);
        figures.Add(
            $"vector stage, {Figures.Number(exact.Count)} papers, {Rescored} rescored", stage.ToString(), $"exact scan in memory: {scan}",
            Figures.Times(stage.Median, scan.Median), "p50 ≤ 1 ms", stage.Median <= 1);
        figures.Add("its recall@10", Figures.Number(recall, "0.0000"), "exact scan: 1", Figures.Times(recall, 1), "≥ 0.99", recall >= 0.99);
        foreach (var candidates in (int[])[100, 200, 800])
        {
            var other = await Timings.MeasureAsync(queries, query => { index.Search(connection, query, candidates, Wanted); }).ConfigureAwait(false);
            var reached = Recall(candidates);
            figures.Add(
                $"… with {candidates} rescored", $"recall@10 {Figures.Number(reached, "0.0000")}, {other}",
                $"{Rescored}: recall@10 {Figures.Number(recall, "0.0000")}, {stage}", Figures.Times(other.Median, stage.Median));
        }

        double Recall(int candidates) => queries.Zip(expected)
            .Average(pair => index.Search(connection, pair.First, candidates, Wanted).Count(hit => pair.Second.Contains(hit.PaperId)) / (double)pair.Second.Count);
    }
}
