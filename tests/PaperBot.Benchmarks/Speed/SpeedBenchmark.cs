using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Embedding;
using PaperBot.Ingestion.Sources;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Speed;

/// <summary>Every figure of speed, memory and size, each beside a baseline that was measured in the same run.</summary>
internal static class SpeedBenchmark
{
    // Enough for a 95th percentile that one hiccup does not decide.
    private const int VectorQueries = 600, Searches = 400;

    /// <param name="library">A library with embeddings; it is only read.</param>
    /// <param name="papersFile">Papers to measure ingestion and embedding with.</param>
    /// <param name="cacheFile">Where embeddings are kept between runs.</param>
    public static async Task RunAsync(
        ServiceProvider library, string papersFile, string cacheFile, TextWriter output, CancellationToken cancellationToken)
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
        await StoragePrecision.MeasureAsync(connection, generator, exact, queries, cacheFile, figures, cancellationToken).ConfigureAwait(false);
        await SearchSpeed.MeasureAsync(library, [.. questions.Take(Searches)], figures, cancellationToken).ConfigureAwait(false);
        await ProcessSpeed.MeasureAsync(database.Folder, questions, figures, cancellationToken).ConfigureAwait(false);
        await IngestSpeed.MeasureAsync(papersFile, figures, cancellationToken).ConfigureAwait(false);
        await MeasureSizeAsync(connection, papersFile, figures, cancellationToken).ConfigureAwait(false);
    }

    private static async Task MeasureSizeAsync(SqliteConnection connection, string papersFile, Figures figures, CancellationToken cancellationToken)
    {
        var papers = connection.Count("SELECT count(*) FROM papers");
        var bytes = (double)connection.Count("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()") / papers;
        var embedded = (double)connection.Count("SELECT count(*) FROM sentence_vectors") / papers;
        await using var file = File.OpenRead(papersFile);
        var (content, _) = await SourceInput.OpenAsync(file, cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(content);
        var (lines, characters) = (0L, 0L);
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            (lines, characters) = (lines + 1, characters + Encoding.UTF8.GetByteCount(line) + 1);
        var text = (double)characters / lines;
        figures.Add(
            $"database, {Figures.Number(embedded, "P0")} of the papers with embedded sentences", $"{Figures.Number(bytes)} bytes a paper",
            $"the file of papers: {Figures.Number(text)} bytes a paper", Figures.Times(bytes, text));
    }

    /// <summary>What people may ask, answered by the library or not: the two sets by turns.</summary>
    private static List<string> Questions() =>
        [.. QuestionSets.Arxiv.Zip(QuestionSets.Page, (a, b) => (string[])[a.Question, b.Question]).SelectMany(pair => pair).Distinct(StringComparer.Ordinal)];
}
