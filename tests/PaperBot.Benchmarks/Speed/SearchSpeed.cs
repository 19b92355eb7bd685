using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Speed;

/// <summary>A whole search and a whole answer, as whoever asks waits for them.</summary>
internal static class SearchSpeed
{
    private const int Hits = 10;

    public static async Task MeasureAsync(IServiceProvider library, IReadOnlyList<string> questions, Figures figures, CancellationToken cancellationToken)
    {
        var (retriever, embedder, ask) =
            (library.GetRequiredService<Retriever>(), library.GetRequiredService<QueryEmbedder>(), library.GetRequiredService<Ask>());
        var embedding = await Timings.MeasureAsync(questions, question => embedder.QueryAsync(question, cancellationToken)).ConfigureAwait(false);
        var keyword = await SearchAsync(SearchMode.Keyword).ConfigureAwait(false);
        var hybrid = await SearchAsync(SearchMode.Hybrid).ConfigureAwait(false);
        figures.Add(
            $"hybrid search with the query's embedding, {Hits} hits", hybrid.ToString(), $"by keywords alone: {keyword}",
            Figures.Times(hybrid.Median, keyword.Median), "p95 ≤ 40 ms", hybrid.P95 <= 40);
        figures.Add("… of which the query's embedding", embedding.ToString(), $"hybrid search: {hybrid}", Figures.Times(embedding.Median, hybrid.Median));
        var answer = await Timings.MeasureAsync(questions, question => ask.AnswerAsync(question, cancellationToken)).ConfigureAwait(false);
        figures.Add(
            "local answer", answer.ToString(), $"hybrid search: {hybrid}", Figures.Times(answer.Median, hybrid.Median), "p95 ≤ 400 ms", answer.P95 <= 400);

        Task<Timings> SearchAsync(SearchMode mode) => Timings.MeasureAsync(
            questions, question => retriever.SearchAsync(SearchQuery.Parse(question, out _), Hits, mode, cancellationToken));
    }
}
