using PaperBot.Embedding;

namespace PaperBot.Terminal.Json;

internal sealed record ModelDocument(string Name, string Id, int Dimensions, int MaxTokens, string Pooling, string QueryPrefix, string PassagePrefix, string Folder)
{
    public static ModelDocument Of(EmbeddingModel model) => new(
        model.Name, model.Id, model.Dimensions, model.MaxTokens, model.Pooling.ToString().ToLowerInvariant(), model.QueryPrefix, model.PassagePrefix, model.Folder);
}

internal sealed record ModelsDocument(IReadOnlyList<ModelDocument> Models);

/// <param name="Faults">One sentence each; none when the model is whole.</param>
internal sealed record VerificationDocument(string Name, IReadOnlyList<string> Faults);

internal sealed record EmbedDocument(long Embedded, double ElapsedMs);
