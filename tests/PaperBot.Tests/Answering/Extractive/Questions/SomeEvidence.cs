using PaperBot.Answering.Extractive.Questions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Answering.Extractive.Questions;

/// <summary>Evidence as a search would find it, with the figures that a test wants.</summary>
internal static class SomeEvidence
{
    public static EvidencePaper Paper(string title, float similarity, params string[] sentences) => new(
        SomePaper.Titled(title, string.Join(' ', sentences)), similarity, similarity, [.. sentences.Select(text => new EvidenceSentence(text, similarity, 0))]);

    /// <param name="rarity">Of a word's stem; words that are not named are in no abstract.</param>
    public static ScoredEvidence For(string question, IReadOnlyList<EvidencePaper> papers, bool hasVectors = true, params (string Word, double Rarity)[] rarity)
    {
        var read = Question.Read(question);
        var byStem = rarity.ToDictionary(word => PorterStemmer.Stem(word.Word), word => word.Rarity);
        var pool = new EvidencePool(papers, byStem, WordKinship.None, hasVectors, SearchNotice.None);
        var sentences = papers.SelectMany(paper => paper.Sentences.Select((_, i) => new ScoredSentence(paper, PaperStems.Of(paper), i, 0)));
        return new ScoredEvidence(read, pool, new EvidenceTerms(read, pool.Rarity, pool.Kinship), [.. sentences]);
    }

    /// <summary>The same with log-odds for the sentences, in their order, which is then by these.</summary>
    public static ScoredEvidence WithOdds(this ScoredEvidence evidence, params double[] odds) => evidence with
    {
        Sentences = [.. evidence.Sentences.Zip(odds, (sentence, value) => sentence with { LogOdds = value }).OrderByDescending(sentence => sentence.LogOdds)],
    };
}
