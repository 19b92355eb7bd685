using System.Globalization;
using PaperBot.Answering.Evaluation;
using PaperBot.Answering.Extractive;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Benchmarks.Training.Summaries;

/// <summary>
/// Trains the TLDR scorer on a file in SciTLDR's format, cross-validates it, and writes the weights that
/// <c>src/PaperBot/Answering/Extractive/Summaries/tldr.weights</c> carries. The same file gives the same bytes.
/// </summary>
internal static class SummaryTraining
{
    private const int Folds = 5;

    /// <summary>Words seen in fewer papers are left out of the table: their counts say nothing and fill the file.</summary>
    private const int FewestPapers = 3;

    /// <summary>Every so many papers learn without their title, so that a library whose source gives none is served as well.</summary>
    private const int Untitled = 6;

    public static readonly BoostingOptions Options = new(
        Trees: 150, Leaves: 24, Rate: 0.08, SmallestLeaf: 40, RowShare: 0.7, FeatureShare: 0.6, Ridge: 2, Seed: 1);

    /// <exception cref="InvalidDataException">The file holds fewer papers than there are folds.</exception>
    public static async Task RunAsync(string trainFile, string outputFile, TextWriter log, CancellationToken cancellation)
    {
        var papers = new List<SciTldrPaper>();
        await foreach (var line in SciTldrFile.ReadAsync(trainFile, cancellation))
        {
            if (line.Paper is { } paper)
                papers.Add(paper);
            else
                await log.WriteLineAsync($"line {line.Number}: {line.Reason}");
        }
        if (papers.Count < Folds)
            throw new InvalidDataException($"{trainFile} holds {papers.Count} papers; at least {Folds} are needed.");

        await CrossValidateAsync(papers, log, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var scorer = Train(papers, Options);
        await using var output = File.Create(outputFile);
        TldrWeights.Write(output, scorer);
        await log.WriteLineAsync($"{scorer.Table.Counts.Count} words, {scorer.Forest.Trees.Count} trees, {output.Length} bytes");
    }

    public static TldrScorer Train(IReadOnlyList<SciTldrPaper> papers, BoostingOptions options)
    {
        var examples = papers.Select((paper, i) => Example.Of(paper, withTitle: i % Untitled != 0)).ToList();

        // A word's own paper must not count towards its odds, or the trees would read the label out of the feature.
        const int parts = 10;
        var features = new List<float>();
        var labels = new List<float>();
        for (var part = 0; part < parts; part++)
        {
            var others = Count([.. examples.Where((_, i) => i % parts != part)]);
            for (var i = part; i < examples.Count; i += parts)
            {
                features.AddRange(WordFeatures.Of(examples[i].Document, others));
                labels.AddRange(examples[i].Said.Select(said => said ? 1f : 0f));
            }
        }
        var forest = new TreeBooster([.. features], WordFeatures.Count).Grow(options, LogisticLoss([.. labels]));
        return new TldrScorer(Count(examples), forest);
    }

    private static async Task CrossValidateAsync(List<SciTldrPaper> papers, TextWriter log, CancellationToken cancellation)
    {
        var stemmed = new Rouge(stem: true);
        var plain = new Rouge(stem: false);
        double[] sums = new double[6];
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var scorer = Train([.. papers.Where((_, i) => i % Folds != fold)], Options);
            for (var i = fold; i < papers.Count; i += Folds)
            {
                var paper = papers[i];
                var document = new TldrDocument(paper.Title, paper.Sentences);
                var tldr = Pick(scorer, document);
                sums[0] += stemmed.Best(tldr, paper.Tldrs).Rouge1;
                sums[1] += plain.Best(tldr, paper.Tldrs).Rouge1;
                sums[2] += stemmed.Best(Pick(scorer, new TldrDocument("", paper.Sentences)), paper.Tldrs).Rouge1;
                sums[3] += stemmed.Best(paper.Sentences[0], paper.Tldrs).Rouge1;
                sums[4] += paper.Sentences.Max(sentence => stemmed.Best(sentence, paper.Tldrs).Rouge1);
                sums[5] += document.Candidates.Max(candidate => stemmed.Best(document.Text(candidate), paper.Tldrs).Rouge1);
            }
        }
        string[] names =
        [
            "ROUGE-1, stemmed, cross-validated", "  without stemming", "  without titles", "  first sentence (baseline)",
            "  best whole sentence (oracle)", "  best piece (oracle)",
        ];
        foreach (var (name, sum) in names.Zip(sums))
            await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-36}{100 * sum / papers.Count,6:0.00}"));
    }

    private static string Pick(TldrScorer scorer, TldrDocument document) => document.Text(document.Candidates[scorer.Best(document)]);

    private static WordTable Count(List<Example> examples)
    {
        var counts = new Dictionary<string, WordCounts>(StringComparer.Ordinal);
        foreach (var example in examples)
        {
            foreach (var (stem, said) in example.Document.Stems.Zip(example.Said))
            {
                var count = counts.GetValueOrDefault(stem);
                counts[stem] = new WordCounts(count.Papers + 1, count.Summaries + (said ? 1 : 0));
            }
        }
        return new WordTable(examples.Count, counts.Where(pair => pair.Value.Papers >= FewestPapers).ToDictionary(StringComparer.Ordinal));
    }

    private static Action<float[], float[], float[]> LogisticLoss(float[] labels) => (scores, first, second) =>
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var chance = 1 / (1 + MathF.Exp(-scores[i]));
            first[i] = chance - labels[i];
            second[i] = chance * (1 - chance);
        }
    };

    /// <param name="Said">For each stem of the document, whether a TLDR says it.</param>
    private sealed record Example(TldrDocument Document, bool[] Said)
    {
        public static Example Of(SciTldrPaper paper, bool withTitle)
        {
            var document = new TldrDocument(withTitle ? paper.Title : "", paper.Sentences);
            var said = paper.Tldrs.SelectMany(Words.Of).Select(Words.Stem).ToHashSet(StringComparer.Ordinal);
            return new Example(document, [.. document.Stems.Select(said.Contains)]);
        }
    }
}
