using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using PaperBot.Answering.Support;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Benchmarks.Support;

/// <summary>Whether the support check lets good sentences pass and stops the others: on sentences made of arXiv abstracts, and on SciFact's claims.</summary>
internal sealed class SupportEvaluation(SupportCheck check, QueryEmbedder embedder, TextWriter output, bool verbose)
{
    private const int ReadPapers = 8_000, Papers = 600, SentencesOfOne = 3, Shown = 6;

    /// <summary>The first papers of a file that have an abstract.</summary>
    public static async Task<IReadOnlyList<Paper>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return await new JsonLinesSource().ReadAsync(stream, cancellationToken).Select(record => record.Paper).OfType<Paper>().Where(paper => paper.Abstract.Length > 0)
            .Take(ReadPapers).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task RunAsync(IReadOnlyList<Paper> papers, string split, CancellationToken cancellationToken)
    {
        var sentences = await SentencesAsync(papers, split, cancellationToken).ConfigureAwait(false);
        var results = new List<(KnownSentence Sentence, SupportVerdict Verdict)>();
        var times = new List<double>();
        foreach (var sentence in sentences)
        {
            var start = Stopwatch.GetTimestamp();
            results.Add((sentence, await check.CheckAsync(sentence.Text, [sentence.Cited], cancellationToken).ConfigureAwait(false)));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Table("good sentences", "dropped", results.Where(result => result.Sentence.IsGood).ToList(), result => !result.Verdict.IsSupported);
        Table("corrupted sentences", "caught", results.Where(result => !result.Sentence.IsGood).ToList(), result => !result.Verdict.IsSupported);
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{times.Count} checks: mean {times.Average():0.0} ms, p50 {times[times.Count / 2]:0.0}, p95 {times[(int)(times.Count * 0.95)]:0.0}, p99 {times[(int)(times.Count * 0.99)]:0.0}"));
    }

    public async Task RunAsync(BeirDataset scifact, string split, CancellationToken cancellationToken)
    {
        var documents = scifact.Documents().ToDictionary(document => document.Id);
        var pairs = new List<(string Kind, string Claim, Paper Paper)>();
        foreach (var claim in LabelledClaim.Read(scifact.Folder))
        {
            foreach (var (id, label) in claim.Labels.Where(pair => documents.ContainsKey(pair.Document) && Half(pair.Document) == split))
                pairs.Add((label == "CONTRADICT" ? "contradicted" : "supported", claim.Text, Paper(documents[id])));
        }

        var all = pairs.Select(pair => pair.Paper).DistinctBy(paper => paper.Key).ToList();
        pairs.AddRange(pairs.Where(pair => pair.Kind == "supported").Select((pair, i) => ("unrelated", pair.Claim, all[(i * 7 + 13) % all.Count])).Where(pair => !pairs.Exists(other => other.Claim == pair.Claim && other.Paper.Key == pair.Item3.Key)).ToList());
        output.WriteLine($"\n| SciFact, {split} | pairs | presented as supported |\n|---|---|---|");
        foreach (var group in pairs.GroupBy(pair => pair.Kind))
        {
            var passed = new List<string>();
            foreach (var (_, claim, paper) in group)
            {
                var verdict = await check.CheckAsync(claim, [paper], cancellationToken).ConfigureAwait(false);
                if (verdict.IsSupported)
                    passed.Add($"{claim}\n    {verdict.Quote}");
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count()} | {(double)passed.Count / group.Count():P1} |"));
            if (verbose && group.Key != "supported")
                passed.ForEach(line => output.WriteLine($"  {line}"));
        }

        static Paper Paper(BeirDocument document) => new() { Key = new PaperKey($"local:{document.Id}"), Title = document.Title, Abstract = document.Text, Source = "scifact" };
    }

    private static string Half(string id) => id.Sum(letter => letter) % 2 == 0 ? "tune" : "report";

    private async Task<List<KnownSentence>> SentencesAsync(IReadOnlyList<Paper> papers, string split, CancellationToken cancellationToken)
    {
        var random = new Random(split == "tune" ? 11 : 12);
        var sample = papers.Where(paper => Half(paper.Key.Value) == split).OrderBy(_ => random.Next()).Take(Papers).ToList();
        var vectors = await embedder.PassagesAsync([.. sample.Select(paper => $"{paper.Title}. {paper.Abstract}")], cancellationToken).ConfigureAwait(false);
        var names = sample.SelectMany(paper => CorruptedSentences.Names(paper.Abstract)).Distinct().ToList();
        var all = new List<KnownSentence>();
        for (var i = 0; i < sample.Count; i++)
        {
            var sentences = SentenceSplitter.Split(sample[i].Abstract).Select(LatexText.ToReadable).Where(sentence => sentence.Split(' ').Length is > 7 and < 50 && sentence.EndsWith('.'))
                .OrderBy(_ => random.Next()).Take(SentencesOfOne).ToList();
            var near = Enumerable.Range(0, sample.Count).Where(j => j != i).MaxBy(j => TensorPrimitives.Dot(vectors[i].Span, vectors[j].Span));
            all.AddRange(GoodSentences.Of(sample[i], sentences, random));
            all.AddRange(CorruptedSentences.Of(sample[i], sentences, sample[near], sample[(i + 1) % sample.Count], names, random));
        }

        return all;
    }

    private void Table(string title, string counted, List<(KnownSentence Sentence, SupportVerdict Verdict)> results, Func<(KnownSentence Sentence, SupportVerdict Verdict), bool> counts)
    {
        output.WriteLine($"\n| {title} | number | {counted} | numbers | names | negation | direction | meaning |\n|---|---|---|---|---|---|---|---|");
        foreach (var group in results.GroupBy(result => result.Sentence.Kind).Append(results.GroupBy(_ => "all").Single()))
        {
            var failures = group.Where(result => !result.Verdict.IsSupported).ToLookup(result => result.Verdict.Failure);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {group.Key} | {group.Count()} | {(double)group.Count(counts) / group.Count():P1} | {failures[SupportFailure.Number].Count()} | {failures[SupportFailure.Name].Count()} | {failures[SupportFailure.Negation].Count()} | {failures[SupportFailure.Direction].Count()} | {failures[SupportFailure.Meaning].Count()} |"));
            if (!verbose || group.Key == "all")
                continue;
            foreach (var (sentence, verdict) in group.Where(result => result.Sentence.IsGood != result.Verdict.IsSupported).Take(Shown))
                output.WriteLine($"  {verdict.Failure} {verdict.Similarity:0.00}: {sentence.Text}\n      from: {sentence.Original}");
        }
    }
}
