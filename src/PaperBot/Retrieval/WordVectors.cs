using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using PaperBot.Embedding;

namespace PaperBot.Retrieval;

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
