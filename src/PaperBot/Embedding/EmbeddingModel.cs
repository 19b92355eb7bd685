using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperBot.Embedding;

/// <summary>How the outputs of a text's tokens become one vector.</summary>
internal enum Pooling
{
    /// <summary>The mean of all tokens.</summary>
    Mean,

    /// <summary>The first token, [CLS].</summary>
    Cls,
}

/// <summary>An installed model: what model.json in its folder says.</summary>
internal sealed record EmbeddingModel
{
    /// <summary>The manifest's file name. It is written last, so a folder that has it is whole.</summary>
    public const string Manifest = "model.json";

    /// <summary>The graph's file name.</summary>
    public const string Graph = "model.onnx";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required string Name { get; init; }

    /// <summary>Name and short hash of everything that decides a vector; stored with vectors, which only compare under the same one.</summary>
    public required string Id { get; init; }

    public required int Dimensions { get; init; }

    /// <summary>Tokens that a text may have, the two special ones included; what lies beyond is cut off.</summary>
    public required int MaxTokens { get; init; }

    public Pooling Pooling { get; init; }

    /// <summary>What some models want before a question, such as "query: ".</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>What some models want before a text to be found, such as "passage: ".</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>The file with the vocabulary, tokenizer.json or vocab.txt.</summary>
    public required string Tokenizer { get; init; }

    /// <summary>For a vocab.txt, which does not say so itself.</summary>
    public bool LowerCase { get; init; } = true;

    /// <summary>Where the model came from.</summary>
    public required string Source { get; init; }

    /// <summary>Each file's SHA-256, lower-case hexadecimal.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Where it was read from.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    [JsonIgnore]
    public string GraphPath => Path.Combine(Folder, Graph);

    [JsonIgnore]
    public string TokenizerPath => Path.Combine(Folder, Tokenizer);

    /// <exception cref="EmbeddingModelException">The manifest cannot be read.</exception>
    public static EmbeddingModel Read(string folder)
    {
        try
        {
            var model = JsonSerializer.Deserialize<EmbeddingModel>(File.ReadAllBytes(Path.Combine(folder, Manifest)), Json)
                ?? throw new JsonException("The file is empty.");
            return model with { Folder = folder };
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new EmbeddingModelException(
                $"The model in {folder} cannot be read ({e.Message}); remove the folder and install the model again.", e);
        }
    }

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, Manifest), JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
