using Microsoft.Extensions.DependencyInjection;
using PaperBot.Embedding;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Speed;

/// <summary>Every figure of speed, memory and size, each beside a baseline that was measured in the same run.</summary>
internal static class SpeedBenchmark
{
    // Enough for a 95th percentile that one hiccup does not decide.
    private const int VectorQueries = 400, Searches = 400;

    /// <param name="library">A library with embeddings; it is only read.</param>
    /// <param name="papersFile">Papers to measure ingestion and embedding with.</param>
    public static async Task RunAsync(ServiceProvider library, string papersFile, TextWriter output, CancellationToken cancellationToken)
    {
        var database = library.GetRequiredService<LibraryDatabase>();
        var generator = library.GetRequiredService<EmbeddingModelLoader>().Load()
            ?? throw new EmbeddingModelException("Speed is measured with an embedding model; install it with `paperbot model install`.");
        var figures = new Figures(output);
        figures.Begin();
        var questions = Questions();
        using var connection = database.Open();
        var model = VectorModel.Find(connection, generator.Model.Id)
            ?? throw new InvalidDataException($"The library {database.Folder} has no embeddings of {generator.Model.Id}. Make them with `paperbot embed`.");
        var exact = ExactSearch.Load(connection, model);
        var queries = generator.Embed([.. questions.Take(VectorQueries)], generator.Model.QueryPrefix, cancellationToken);
        await VectorStage.MeasureAsync(connection, generator.Model.Id, exact, queries, figures).ConfigureAwait(false);
        if (Environment.GetEnvironmentVariable("X") is null) await SearchSpeed.MeasureAsync(library, [.. questions.Take(Searches)], figures, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What people may ask, answered by the library or not: the two sets by turns.</summary>
    private static List<string> Questions() =>
        [.. QuestionSets.Arxiv.Zip(QuestionSets.Page, (a, b) => (string[])[a.Question, b.Question]).SelectMany(pair => pair).Distinct(StringComparer.Ordinal)];
}
