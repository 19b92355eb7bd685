using Microsoft.ML.OnnxRuntime;

namespace PaperBot.Embedding.Installing;

/// <summary>What is known of a model whose files lie in the temporary folder, before it is tried and gets its manifest.</summary>
internal sealed record ModelDraft
{
    public required string Name { get; init; }

    public required string Source { get; init; }

    public required string Tokenizer { get; init; }

    public required int MaxTokens { get; init; }

    public required Pooling Pooling { get; init; }

    public required string WeightsHash { get; init; }

    public bool LowerCase { get; init; } = true;

    public string QueryPrefix { get; init; } = "";

    public string PassagePrefix { get; init; } = "";

    /// <summary>The manifest for the files in a folder, after one text has been embedded with them.</summary>
    /// <exception cref="EmbeddingModelException">The files do not make a working model.</exception>
    public async Task<EmbeddingModel> TryAsync(string folder, int? dimensions, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            files[Path.GetFileName(path)] = await Checksum.OfFileAsync(path, cancellationToken).ConfigureAwait(false);
        var identity = string.Join('\n', WeightsHash, files[Tokenizer], LowerCase, Pooling, MaxTokens, QueryPrefix, PassagePrefix);
        var model = new EmbeddingModel
        {
            Name = Name,
            Id = $"{Name}@{Checksum.OfText(identity)[..8]}",
            Dimensions = dimensions ?? 0,
            MaxTokens = MaxTokens,
            Pooling = Pooling,
            QueryPrefix = QueryPrefix,
            PassagePrefix = PassagePrefix,
            Tokenizer = Tokenizer,
            LowerCase = LowerCase,
            Source = Source,
            Files = files,
            Folder = folder,
        };
        var vector = Embed(model, cancellationToken);
        if (dimensions is { } expected && expected != vector.Length)
            throw new EmbeddingModelException(
                $"The model {Name} has {vector.Length} dimensions, not {expected}; leave the number out or correct it.");
        if (!vector.All(float.IsFinite) || vector.All(value => value == 0))
            throw new EmbeddingModelException($"The model {Name} gives no usable vector; its files are damaged or of another kind.");
        return model with { Dimensions = vector.Length };
    }

    // Long enough to meet a graph with fewer positions than stated.
    private static float[] Embed(EmbeddingModel model, CancellationToken cancellationToken)
    {
        const int Words = 512;
        try
        {
            using var generator = new OnnxEmbeddingGenerator(model with { MaxTokens = Math.Min(model.MaxTokens, Words) });
            return generator.Embed([string.Join(' ', Enumerable.Repeat("word", Words))], "", cancellationToken)[0];
        }
        catch (OnnxRuntimeException e)
        {
            throw new EmbeddingModelException(
                $"The model {model.Name} cannot embed {model.MaxTokens} tokens ({e.Message.Trim().TrimEnd('.')}); "
                + "its tokenizer and graph do not belong together, or its limit is lower.",
                e);
        }
    }
}
