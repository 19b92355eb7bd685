using Microsoft.Extensions.AI;

namespace PaperBot.Embedding;

/// <summary>What a text is, for models that were trained with a prefix for each kind.</summary>
internal static class EmbeddingInput
{
    private const string Kind = "input";

    /// <summary>A question that is to find passages.</summary>
    public static EmbeddingGenerationOptions Query => new() { AdditionalProperties = new() { [Kind] = "query" } };

    /// <summary>A text that is to be found; what is meant when no options are given.</summary>
    public static EmbeddingGenerationOptions Passage => new() { AdditionalProperties = new() { [Kind] = "passage" } };

    internal static string Prefix(EmbeddingModel model, EmbeddingGenerationOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Kind, out string? kind) == true && kind == "query" ? model.QueryPrefix : model.PassagePrefix;
}
