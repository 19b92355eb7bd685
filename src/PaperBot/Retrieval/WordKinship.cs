using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using PaperBot.Embedding;
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
                var stem = PorterStemmer.Stem(word);
                if (closeness > kin.GetValueOrDefault(stem))
                    kin[stem] = closeness;
            }

            byTerm[PorterStemmer.Stem(term)] = kin;
        }

        return new WordKinship(byTerm);
    }
}

/// <summary>Embeddings of single words, the last few thousand kept.</summary>
internal sealed class WordVectors
{
    // 384 dimensions take 1.5 kB a word, so about 12 MB.
    private const int Most = 8_000;

    private readonly ConcurrentDictionary<string, float[]> _kept = new(StringComparer.Ordinal);

    public async Task<Dictionary<string, float[]>> OfAsync(OnnxEmbeddingGenerator model, IReadOnlyCollection<string> words, CancellationToken cancellationToken)
    {
        var vectors = words.Distinct(StringComparer.Ordinal).ToDictionary(word => word, word => _kept.GetValueOrDefault($"{model.Model.Id} {word}"), StringComparer.Ordinal);
        var missing = vectors.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList();
        if (_kept.Count + missing.Count > Most)
            _kept.Clear();
        if (missing.Count > 0)
        {
            var made = await model.GenerateAsync(missing, EmbeddingInput.Passage, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < missing.Count; i++)
                _kept[$"{model.Model.Id} {missing[i]}"] = vectors[missing[i]] = made[i].Vector.ToArray();
        }

        return vectors!;
    }
}
