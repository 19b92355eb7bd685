namespace PaperBot.Embedding;

/// <summary>Which model to install. Without <see cref="From"/> it is the default one; what is left out is read from the export's own files.</summary>
internal sealed record ModelRequest
{
    /// <summary>A folder, the address of one, or of a .zip or .tgz archive, with a sentence-transformers ONNX export.</summary>
    public string? From { get; init; }

    public string? Name { get; init; }

    public Pooling? Pooling { get; init; }

    public string? QueryPrefix { get; init; }

    public string? PassagePrefix { get; init; }

    public int? MaxTokens { get; init; }

    /// <summary>What the model is expected to have; another number found in its graph is a fault.</summary>
    public int? Dimensions { get; init; }
}

/// <summary>How far an installation is; <see cref="Total"/> is null where it is not known.</summary>
internal readonly record struct InstallProgress(string Step, long Done = 0, long? Total = null);
