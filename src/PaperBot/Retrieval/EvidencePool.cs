using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>What the library has that may answer a question.</summary>
/// <param name="Papers">Best first.</param>
/// <param name="Rarity">Of each stem of the question, how much it tells: its inverse document frequency as a share of the greatest there can be, 0 to 1; 1 when no paper has it.</param>
/// <param name="Kinship">How close the question's words are to those of the best papers.</param>
/// <param name="HasVectors">Whether similarities are known; without a model they are not.</param>
internal sealed record EvidencePool(
    IReadOnlyList<EvidencePaper> Papers, IReadOnlyDictionary<string, double> Rarity, WordKinship Kinship, bool HasVectors, SearchNotice Notice);

/// <param name="Score">From <see cref="Fusion"/>.</param>
/// <param name="Similarity">Cosine of the paper and the question; 0 without a model.</param>
internal sealed record EvidencePaper(Paper Paper, double Score, float Similarity, IReadOnlyList<EvidenceSentence> Sentences);

/// <param name="Text">A verbatim piece of the abstract.</param>
/// <param name="Similarity">Cosine of the sentence and the question; 0 without a model.</param>
/// <param name="Typicality">See <see cref="SentenceSimilarity"/>; 0 without a model.</param>
internal sealed record EvidenceSentence(string Text, float Similarity, float Typicality);
