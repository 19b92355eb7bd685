using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperBot.Embedding.Graphs;

/// <summary>What config.json of a BERT encoder says about its size.</summary>
internal sealed record BertShape
{
    [JsonPropertyName("hidden_size")]
    public required int Hidden { get; init; }

    [JsonPropertyName("num_attention_heads")]
    public required int Heads { get; init; }

    [JsonPropertyName("num_hidden_layers")]
    public required int Layers { get; init; }

    [JsonPropertyName("intermediate_size")]
    public required int Intermediate { get; init; }

    [JsonPropertyName("vocab_size")]
    public required int Vocabulary { get; init; }

    [JsonPropertyName("max_position_embeddings")]
    public required int Positions { get; init; }

    [JsonPropertyName("layer_norm_eps")]
    public float NormEpsilon { get; init; } = 1e-12f;

    /// <exception cref="EmbeddingModelException">The file does not describe a BERT encoder.</exception>
    public static BertShape Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<BertShape>(File.ReadAllBytes(path)) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException e)
        {
            throw new EmbeddingModelException($"{Path.GetFileName(path)} does not describe a BERT encoder: {e.Message}", e);
        }
    }
}
