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
    private const double SentencePenalty = 0.5, AnswerablePenalty = 0.5;

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

    private static double LeadsRight(IEnumerable<QuestionCase> cases, double[] weights) => cases.Where(known => known.Known.IsAnswerable)
        .Average(known => ScoredEvidence.Of(known.Question, known.Pool, new AnswerWeights(weights, [], 0)).Sentences[0] is var first && known.Known.IsRight(first.Paper.Paper, first.Text) ? 1.0 : 0);

    private static AnswerWeights Train(List<QuestionCase> cases, TextWriter log, string name)
    {
        cases = cases.FindAll(known => known.Pool.Papers.Any(paper => paper.Sentences.Count > 0));
        // The second regression must see the first one's scores of questions that it was not trained on, as it will when used.
        var answerable = new List<(double[] Features, bool Label)>();
        var leads = 0.0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var sentence = TrainSentences(cases.Where(known => known.Fold != fold));
            leads += LeadsRight(cases.Where(known => known.Fold == fold), sentence) / Folds;
            foreach (var known in cases.Where(known => known.Fold == fold))
                answerable.Add((AnswerabilityFeatures.Of(ScoredEvidence.Of(known.Question, known.Pool, new AnswerWeights(sentence, [], 0))), known.Known.IsAnswerable));
        }

        var weights = LogisticRegression.Train([.. answerable.Select(row => row.Features)], [.. answerable.Select(row => row.Label)], AnswerablePenalty);
        var (threshold, accuracy) = BestThreshold([.. answerable.Select(row => (AnswerWeights.Dot(weights, row.Features), row.Label))]);
        log.WriteLine($"{name}: {cases.Count} questions, threshold {threshold:F2}, balanced accuracy {accuracy:P1} on what it was tuned on, {leads:P1} lead with the right sentence");
        var sentences = TrainSentences(cases);
        Print(log, SentenceFeatures.Names, sentences);
        Print(log, AnswerabilityFeatures.Names, weights);
        return new AnswerWeights(sentences, weights, threshold);
    }

    private static double[] TrainSentences(IEnumerable<QuestionCase> cases)
    {
        var lists = new List<(IReadOnlyList<double[]> Rows, IReadOnlyList<bool> Right)>();
        foreach (var known in cases.Where(known => known.Known.IsAnswerable))
        {
            var sentences = ScoredEvidence.Features(known.Question, known.Pool, new EvidenceTerms(known.Question, known.Pool.Rarity, known.Pool.Kinship)).ToList();
            lists.Add((
                [.. sentences.Select(sentence => sentence.Features)],
                [.. sentences.Select(sentence => known.Known.IsRight(sentence.Paper.Paper, sentence.Paper.Sentences[sentence.Index].Text))]));
        }

        return ListwiseRegression.Train(lists, SentencePenalty);
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
        /// <summary>By the question, which may be asked of two libraries, so that none is learned from and tested on.</summary>
        public int Fold => Known.Id.Sum(c => c) % Folds;

        public QuestionCase WithoutVectors() => this with
        {
            Pool = Pool with
            {
                HasVectors = false,
                Kinship = WordKinship.None,
                Papers = [.. Pool.Papers.Select(paper => paper with { Similarity = 0, Sentences = [.. paper.Sentences.Select(sentence => sentence with { Similarity = 0, Typicality = 0 })] })],
            },
        };
    }
}
