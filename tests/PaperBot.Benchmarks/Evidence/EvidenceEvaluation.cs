using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Evidence;

/// <summary>
/// Whether the sentences that the program would quote for a claim are those that annotators of SciFact chose, and whether it keeps silent
/// where they found none. Nothing is learned from SciFact, so its training claims are a fair test.
/// </summary>
internal sealed class EvidenceEvaluation(ServiceProvider library, TextWriter output)
{
    private const int ReadPapers = 8;

    private readonly Retriever _retriever = library.GetRequiredService<Retriever>();
    private readonly QueryEmbedder _embedder = library.GetRequiredService<QueryEmbedder>();
    private readonly PaperStore _papers = library.GetRequiredService<PaperStore>();
    private readonly LibraryDatabase _database = library.GetRequiredService<LibraryDatabase>();

    public async Task RunAsync(IReadOnlyList<ScifactClaim> claims, CancellationToken cancellationToken)
    {
        var (alone, pooled, pairs) = (new List<RankedRationale>(), new List<RankedRationale>(), 0);
        var asked = new List<AskedClaim>();
        foreach (var claim in claims)
        {
            var question = Question.Read(claim.Text);
            var pool = await _retriever.FindEvidenceAsync(new SearchQuery(claim.Text, SearchFilter.None), ReadPapers, cancellationToken).ConfigureAwait(false);
            foreach (var (document, rationale) in claim.Rationales)
            {
                pairs++;
                var paper = _papers.Find(ScifactLibrary.Key(document));
                // The collection has joined the sentences that the places count; where ours are too few they were cut differently.
                if (paper is null || SentenceSplitter.Spans(paper.Abstract).Count <= rationale.Max())
                    continue;
                alone.Add(Rank(question, await PoolOfAsync(claim.Text, paper, cancellationToken).ConfigureAwait(false), paper.Key, rationale));
                if (pool.Papers.Any(near => near.Paper.Key == paper.Key))
                    pooled.Add(Rank(question, pool, paper.Key, rationale));
            }

            if (pool.Papers.Any(near => claim.Cited.Any(cited => ScifactLibrary.Key(cited) == near.Paper.Key)))
                asked.Add(new AskedClaim(claim, await library.GetRequiredService<Ask>().AnswerAsync(claim.Text, cancellationToken).ConfigureAwait(false)));
        }

        await output.WriteLineAsync($"{claims.Count} claims; {alone.Count} of {pairs} pairs of claim and paper have sentences that can be told apart as the annotators' were").ConfigureAwait(false);
        WriteTable($"the paper's sentences alone, {alone.Count} pairs", alone);
        WriteTable($"the paper's sentences as weighed among the {ReadPapers} nearest papers, {pooled.Count} pairs", pooled);
        WriteAnswers(asked);
    }

    /// <summary>A pool of one paper, as if it were all the library had found.</summary>
    private async Task<EvidencePool> PoolOfAsync(string claim, Paper paper, CancellationToken cancellationToken)
    {
        var query = await _embedder.QueryAsync(claim, cancellationToken).ConfigureAwait(false);
        var whole = await _embedder.PassageAsync($"{paper.Title}. {paper.Abstract}", cancellationToken).ConfigureAwait(false);
        var sentences = await _embedder.CompareSentencesAsync(paper.Abstract, query!, cancellationToken).ConfigureAwait(false);
        var kinship = await _embedder.CompareWordsAsync(claim, [$"{paper.Title} {paper.Abstract}"], cancellationToken).ConfigureAwait(false);
        using var connection = _database.Open();
        return new EvidencePool(
            [
                new EvidencePaper(paper, 0, TensorPrimitives.Dot(query!.Vector.Span, whole!.Vector.Span), [.. sentences.Select(sentence =>
                    new EvidenceSentence(paper.Abstract.Substring(sentence.Span.Start, sentence.Span.Length), sentence.Similarity, sentence.Typicality))]),
            ],
            TermRarity.Of(connection, claim), kinship, true, SearchNotice.None);
    }

    private static RankedRationale Rank(Question question, EvidencePool pool, PaperKey key, IReadOnlySet<int> rationale)
    {
        var evidence = ScoredEvidence.Of(question, pool, AnswerWeights.WithVectors);
        var sentences = evidence.Sentences.Where(sentence => sentence.Paper.Paper.Key == key).ToList();
        var inOrder = sentences.OrderBy(sentence => sentence.Index).ToList();
        return new RankedRationale(rationale, new Dictionary<string, IReadOnlyList<int>>
        {
            ["as the program ranks them"] = Places(sentences),
            ["cosine alone"] = Places(inOrder.OrderByDescending(sentence => sentence.Paper.Sentences[sentence.Index].Similarity)),
            ["shared words alone"] = Places(inOrder.OrderByDescending(sentence => evidence.Terms.Coverage(sentence.Stems.Sentences[sentence.Index]))),
            ["first sentence first"] = Places(inOrder),
        });
    }

    private static IReadOnlyList<int> Places(IEnumerable<ScoredSentence> sentences) => [.. sentences.Select(sentence => sentence.Index)];

    private void WriteTable(string title, List<RankedRationale> ranked)
    {
        output.WriteLine();
        output.WriteLine($"| {title} | hit@1 | recall@3 |");
        output.WriteLine("|---|---|---|");
        foreach (var method in ranked.SelectMany(rationale => rationale.Rankings.Keys).Distinct())
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {method} | {ranked.Average(one => one.HitAt1(method)):0.000} | {ranked.Average(one => one.RecallAt3(method)):0.000} |"));
    }

    private void WriteAnswers(List<AskedClaim> asked)
    {
        output.WriteLine();
        output.WriteLine("| claims with a cited paper among the nearest | asked | answered | refused | quotes a cited paper, of the answered |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var group in asked.GroupBy(one => one.Claim.HasEvidence).OrderByDescending(group => group.Key))
        {
            var answered = group.Where(one => one.Answer.Refusal is null).ToList();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {(group.Key ? "with evidence" : "without evidence")} | {group.Count()} | {(double)answered.Count / group.Count():P1} | {1 - (double)answered.Count / group.Count():P1} | {answered.Select(QuotesCited).DefaultIfEmpty().Average():P1} |"));
        }
    }

    private static double QuotesCited(AskedClaim one) =>
        one.Answer.Citations.Any(citation => one.Claim.Cited.Any(cited => ScifactLibrary.Key(cited) == citation.Paper.Key)) ? 1 : 0;

    private sealed record AskedClaim(ScifactClaim Claim, Answer Answer);

    /// <param name="Rankings">By method, the places of a paper's sentences, best first.</param>
    private sealed record RankedRationale(IReadOnlySet<int> Rationale, IReadOnlyDictionary<string, IReadOnlyList<int>> Rankings)
    {
        public double HitAt1(string method) => Rationale.Contains(Rankings[method][0]) ? 1 : 0;

        /// <summary>The share of the annotators' sentences among the first three.</summary>
        public double RecallAt3(string method) => (double)Rankings[method].Take(3).Count(Rationale.Contains) / Rationale.Count;
    }
}
