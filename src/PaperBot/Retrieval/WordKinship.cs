using System.Numerics.Tensors;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>How close the words of a question are in meaning to the words of some texts: "speed" to "faster".</summary>
internal sealed class WordKinship
{
    // Cosines of unrelated words lie below the first, those of two forms of a word above the second.
    private const float Unrelated = 0.35f, Same = 0.8f;

    public static readonly WordKinship None = new([]);

    private readonly Dictionary<string, Dictionary<string, float>> _byTerm;

    private WordKinship(Dictionary<string, Dictionary<string, float>> byTerm) => _byTerm = byTerm;

    /// <summary>The closest that any word comes to a term of the question, 0 to 1; 1 is the word itself.</summary>
    /// <param name="stems">Stems of the words of a text.</param>
    public double Of(string term, IReadOnlySet<string> stems) =>
        stems.Contains(term) ? 1 : _byTerm.TryGetValue(term, out var kin) ? stems.Select(stem => kin.GetValueOrDefault(stem)).DefaultIfEmpty().Max() : 0;

    public static WordKinship Between(IReadOnlyDictionary<string, float[]> terms, IReadOnlyDictionary<string, float[]> words)
    {
        var byTerm = new Dictionary<string, Dictionary<string, float>>(StringComparer.Ordinal);
        foreach (var (term, vector) in terms)
        {
            var kin = new Dictionary<string, float>(StringComparer.Ordinal);
            foreach (var (word, other) in words)
            {
                var closeness = Math.Clamp((TensorPrimitives.Dot<float>(vector, other) - Unrelated) / (Same - Unrelated), 0, 1);
                var stem = WordStem.Of(word);
                if (closeness > kin.GetValueOrDefault(stem))
                    kin[stem] = closeness;
            }

            byTerm[WordStem.Of(term)] = kin;
        }

        return new WordKinship(byTerm);
    }
}
