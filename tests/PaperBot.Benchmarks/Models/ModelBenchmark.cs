using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Benchmarks.Speed;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Models;

/// <summary>What answers of a language model take beside the model's own time, and what becomes of them when it fails.</summary>
internal static class ModelBenchmark
{
    private const int Questions = 40;

    /// <param name="library">The sample library with its embeddings.</param>
    public static async Task RunAsync(ServiceProvider library, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = library.GetRequiredService<LibraryDatabase>().Folder;
        await using var server = await PacedServer.StartAsync().ConfigureAwait(false);
        // Kept answers would be found again, and their second time is no figure.
        var settings = server.Variables.ToDictionary(pair => pair.Key["PAPERBOT_".Length..].Replace("__", ":", StringComparison.Ordinal), pair => (string?)pair.Value);
        settings["LanguageModel:CachedResponses"] = "0";
        await using var written = BenchmarkLibrary.Open(folder, settings);
        var questions = await WrittenAsync(written, cancellationToken).ConfigureAwait(false);
        var figures = new Figures(output);
        figures.Begin();
        await DecoratorCost.MeasureAsync(written, server, figures).ConfigureAwait(false);
        await RequestCost.MeasureAsync(library, written, questions, figures, cancellationToken).ConfigureAwait(false);
        await FirstSentence.MeasureAsync(written, server, questions, figures, cancellationToken).ConfigureAwait(false);
        await Fallbacks.MeasureAsync(folder, server, figures, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Questions that the model is asked and answers.</returns>
    private static async Task<List<string>> WrittenAsync(ServiceProvider written, CancellationToken cancellationToken)
    {
        var ask = written.GetRequiredService<Ask>();
        var questions = new List<string>();
        foreach (var known in QuestionSets.Page.Where(known => known.IsAnswerable))
        {
            if (!(await ask.AnswerAsync(known.Question, cancellationToken).ConfigureAwait(false)).IsLocal)
                questions.Add(known.Question);
            if (questions.Count == Questions)
                break;
        }

        return questions;
    }
}
