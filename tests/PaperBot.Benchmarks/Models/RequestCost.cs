using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Answering.Support;
using PaperBot.Benchmarks.Speed;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Models;

/// <summary>What the support check takes a sentence and an answer, with a model that says each answer at once.</summary>
internal static class RequestCost
{
    public static async Task MeasureAsync(
        ServiceProvider library, ServiceProvider written, IReadOnlyList<string> questions, Figures figures, CancellationToken cancellationToken)
    {
        var said = new List<(string Text, Paper Paper)>();
        foreach (var question in questions)
        {
            var answer = await written.GetRequiredService<Ask>().AnswerAsync(question, cancellationToken).ConfigureAwait(false);
            said.AddRange(answer.Sentences.Select(sentence => (sentence.Text, answer.Citations.First(citation => citation.Number == sentence.Citations[0]).Paper)));
        }

        var embedder = library.GetRequiredService<QueryEmbedder>();
        // Remembered embeddings would make both look free.
        var (round, times) = (0, 0);
        var embedding = await Timings.MeasureAsync(said, one => embedder.PassagesAsync([$"{one.Text} {++round}"], cancellationToken)).ConfigureAwait(false);
        var check = library.GetRequiredService<SupportCheck>();
        var known = await Timings.MeasureAsync(said, one => check.CheckAsync($"{one.Text} {++round}", [one.Paper], cancellationToken)).ConfigureAwait(false);
        var unknown = await Timings.MeasureAsync(
            said, one => check.CheckAsync(one.Text, [one.Paper with { Title = $"{one.Paper.Title} {++times}" }], cancellationToken)).ConfigureAwait(false);
        figures.Add(
            $"the check of a sentence, {said.Count} of them", $"{known}", $"its embedding alone: {embedding}", Figures.Times(known.Median, embedding.Median), "< 30 ms", known.P95 < 30);
        figures.Add(
            "the first of a paper, whose sentences are embedded for it", $"{unknown}", $"of a paper checked before: {known}", Figures.Times(unknown.Median, known.Median));

        var local = await AskAsync(library, questions, cancellationToken).ConfigureAwait(false);
        var checkedAnswers = await AskAsync(written, questions, cancellationToken).ConfigureAwait(false);
        figures.Add(
            $"an answer written at once and checked, {(double)said.Count / questions.Count:0.0} sentences, which adds {Figures.Milliseconds(checkedAnswers.Median - local.Median)}",
            $"{checkedAnswers}", $"the answer without a model: {local}", Figures.Times(checkedAnswers.Median, local.Median));
    }

    private static Task<Timings> AskAsync(ServiceProvider rooms, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var ask = rooms.GetRequiredService<Ask>();
        return Timings.MeasureAsync(questions, question => ask.AnswerAsync(question, cancellationToken));
    }
}
