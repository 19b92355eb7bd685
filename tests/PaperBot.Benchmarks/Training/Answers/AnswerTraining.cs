using System.Text.Json;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Training.Answers;

/// <summary>A library and the questions that are asked of it.</summary>
internal sealed record QuestionedLibrary(string Name, Retriever Retriever, IReadOnlyList<KnownQuestion> Questions);

/// <summary>
/// Learns <see cref="AnswerWeights"/> from the <c>tune</c> half of the question sets: first which sentences answer, then, with those weights,
/// which questions are answered. The <c>report</c> half is only measured.
/// </summary>
internal static class AnswerTraining
{
    private const int ReadPapers = 8;
    private const int Folds = 5;
    private const double SentencePenalty = 2, AnswerablePenalty = 0.5;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task RunAsync(IReadOnlyList<QuestionedLibrary> libraries, string outputFile, TextWriter log, CancellationToken cancellationToken)
    {
        var cases = new List<QuestionCase>();
        foreach (var library in libraries)
            foreach (var known in library.Questions.Where(known => known.Split == "tune" && !Instructions.IsOne(known.Question)))
                cases.Add(new QuestionCase(known, Question.Read(known.Question),
                    await library.Retriever.FindEvidenceAsync(SearchQuery.Parse(known.Question, out _), ReadPapers, cancellationToken).ConfigureAwait(false)));
        var trained = new Dictionary<string, AnswerWeights>
        {
            ["vectors"] = Train(cases, log, "with vectors"),
            ["keywords"] = Train(cases.ConvertAll(known => known.WithoutVectors()), log, "keywords alone"),
        };
        await File.WriteAllTextAsync(outputFile, JsonSerializer.Serialize(trained, Indented) + "\n", cancellationToken).ConfigureAwait(false);
    }

    private static AnswerWeights Train(List<QuestionCase> cases, TextWriter log, string name)
    {
        cases = cases.FindAll(known => known.Pool.Papers.Any(paper => paper.Sentences.Count > 0));
        // The second regression must see the first one's scores of questions that it was not trained on, as it will when used.
        var answerable = new List<(double[] Features, bool Label)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var sentence = TrainSentences(cases.Where((_, i) => i % Folds != fold));
            foreach (var known in cases.Where((_, i) => i % Folds == fold))
                answerable.Add((AnswerabilityFeatures.Of(ScoredEvidence.Of(known.Question, known.Pool, new AnswerWeights(sentence, [], 0))), known.Known.IsAnswerable));
        }

        var weights = LogisticRegression.Train([.. answerable.Select(row => row.Features)], [.. answerable.Select(row => row.Label)], AnswerablePenalty);
        var (threshold, accuracy) = BestThreshold([.. answerable.Select(row => (AnswerWeights.Dot(weights, row.Features), row.Label))]);
        log.WriteLine($"{name}: {cases.Count} questions, threshold {threshold:F2}, balanced accuracy {accuracy:P1} on what it was tuned on");
        var sentences = TrainSentences(cases);
        Print(log, SentenceFeatures.Names, sentences);
        Print(log, AnswerabilityFeatures.Names, weights);
        return new AnswerWeights(sentences, weights, threshold);
    }

    private static double[] TrainSentences(IEnumerable<QuestionCase> cases)
    {
        var rows = new List<double[]>();
        var labels = new List<bool>();
        foreach (var known in cases.Where(known => known.Known.IsAnswerable))
        {
            foreach (var (paper, _, index, features) in ScoredEvidence.Features(known.Question, known.Pool, new EvidenceTerms(known.Question, known.Pool.Rarity)))
            {
                rows.Add(features);
                labels.Add(known.Known.IsRight(paper.Paper, paper.Sentences[index].Text));
            }
        }

        return LogisticRegression.Train(rows, labels, SentencePenalty);
    }

    /// <summary>The log-odds that part answered from unanswered questions best, both sides counting the same.</summary>
    private static (double Threshold, double Accuracy) BestThreshold(List<(double LogOdds, bool Answerable)> scored)
    {
        var (yes, no) = (scored.Count(row => row.Answerable), scored.Count(row => !row.Answerable));
        return scored.Select(row => row.LogOdds).Order()
            .Select(threshold => (threshold, (double)scored.Count(row => row.Answerable && row.LogOdds >= threshold) / yes / 2
                + (double)scored.Count(row => !row.Answerable && row.LogOdds < threshold) / no / 2))
            .MaxBy(pair => pair.Item2);
    }

    private static void Print(TextWriter log, IReadOnlyList<string> names, double[] weights)
    {
        for (var i = 0; i < names.Count; i++)
            log.WriteLine($"  {names[i],-36} {weights[i],8:F3}");
    }

    private sealed record QuestionCase(KnownQuestion Known, Question Question, EvidencePool Pool)
    {
        public QuestionCase WithoutVectors() => this with
        {
            Pool = Pool with
            {
                HasVectors = false,
                Papers = [.. Pool.Papers.Select(paper => paper with { Similarity = 0, Sentences = [.. paper.Sentences.Select(sentence => sentence with { Similarity = 0 })] })],
            },
        };
    }
}
