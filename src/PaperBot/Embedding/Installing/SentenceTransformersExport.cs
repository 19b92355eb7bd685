using System.Text.Json;

namespace PaperBot.Embedding.Installing;

/// <summary>
/// A folder with a sentence-transformers model exported to ONNX: the graph, a tokenizer, and small JSON files that say how the model
/// was trained to be used. What the request states goes before what the files say.
/// </summary>
internal static class SentenceTransformersExport
{
    // Weights beyond ONNX's two gigabytes lie beside the graph under one of these names.
    public static readonly IReadOnlyList<string> GraphFiles =
        ["model.onnx", "onnx/model.onnx", "model.onnx_data", "onnx/model.onnx_data", "model.onnx.data", "onnx/model.onnx.data"];

    public static readonly IReadOnlyList<string> TokenizerFiles = ["tokenizer.json", "onnx/tokenizer.json", "vocab.txt", "onnx/vocab.txt"];

    public static readonly IReadOnlyList<string> SettingFiles =
    [
        "config.json", "tokenizer_config.json", "sentence_bert_config.json", "modules.json", "1_Pooling/config.json", "config_sentence_transformers.json",
    ];

    /// <summary>Copies what a model needs and reads how it is used.</summary>
    /// <exception cref="EmbeddingModelException">The folder is no such export, or of a kind that is not understood.</exception>
    public static async Task<ModelDraft> BuildAsync(string folder, string target, ModelRequest request, CancellationToken cancellationToken)
    {
        var graph = First(folder, GraphFiles.Take(2))
            ?? throw new EmbeddingModelException(
                $"{request.From} has no model.onnx, nor onnx/model.onnx; give the folder of a sentence-transformers model exported to ONNX.");
        var tokenizer = First(folder, TokenizerFiles)
            ?? throw new EmbeddingModelException(
                $"{request.From} has neither tokenizer.json nor vocab.txt; only BERT's WordPiece tokenizers are understood.");
        RejectFurtherModules(folder);
        var name = ModelName.Check(request.Name ?? ModelName.From(request.From ?? folder));

        File.Copy(tokenizer, Path.Combine(target, Path.GetFileName(tokenizer)));
        File.Copy(graph, Path.Combine(target, EmbeddingModel.Graph));
        foreach (var data in GraphFiles.Skip(2).Select(file => Path.Combine(folder, file)).Where(File.Exists))
            File.Copy(data, Path.Combine(target, Path.GetFileName(data)));

        return new ModelDraft
        {
            Name = name,
            Source = request.From ?? folder,
            Tokenizer = Path.GetFileName(tokenizer),
            LowerCase = Setting(folder, "tokenizer_config.json", "do_lower_case")?.ValueKind != JsonValueKind.False,
            MaxTokens = TokenLimit(folder, request),
            Pooling = request.Pooling ?? StatedPooling(folder, name),
            QueryPrefix = request.QueryPrefix ?? Prompt(folder, "query") ?? "",
            PassagePrefix = request.PassagePrefix ?? Prompt(folder, "passage") ?? Prompt(folder, "document") ?? "",
            WeightsHash = await WeightsHashAsync(target, cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task<string> WeightsHashAsync(string target, CancellationToken cancellationToken)
    {
        var hashes = new List<string>();
        foreach (var file in Directory.EnumerateFiles(target, "model.onnx*").Order(StringComparer.Ordinal))
            hashes.Add(await Checksum.OfFileAsync(file, cancellationToken).ConfigureAwait(false));
        return string.Join(' ', hashes);
    }

    private static int TokenLimit(string folder, ModelRequest request)
    {
        const int Shortest = 3, WhenUnsaid = 512;
        var positions = Number(folder, "config.json", "max_position_embeddings");
        var limit = request.MaxTokens
            ?? Number(folder, "sentence_bert_config.json", "max_seq_length")
            ?? Number(folder, "tokenizer_config.json", "model_max_length")
            ?? positions
            ?? WhenUnsaid;
        if (limit < Shortest)
            throw new EmbeddingModelException($"A limit of {limit} tokens leaves no room for text; give at least {Shortest}.");
        return positions is null || limit <= positions || request.MaxTokens is null
            ? Math.Min(limit, positions ?? limit)
            : throw new EmbeddingModelException($"The model reads at most {positions} tokens, not {limit}; give a smaller limit or leave it out.");
    }

    private static Pooling StatedPooling(string folder, string name)
    {
        if (Setting(folder, "1_Pooling/config.json", "pooling_mode_cls_token")?.ValueKind == JsonValueKind.True)
            return Pooling.Cls;
        if (Setting(folder, "1_Pooling/config.json", "pooling_mode_mean_tokens")?.ValueKind == JsonValueKind.True)
            return Pooling.Mean;
        throw new EmbeddingModelException(File.Exists(Path.Combine(folder, "1_Pooling", "config.json"))
            ? $"The model {name} pools its tokens in another way than by their mean or [CLS], which is not supported; choose another model."
            : $"The export of {name} does not say how its tokens are pooled; state it, mean or cls, as the model's card has it.");
    }

    // Transformer, pooling and normalizing are what is done here; a further layer would be left out silently.
    private static void RejectFurtherModules(string folder)
    {
        if (Read(folder, "modules.json") is not { ValueKind: JsonValueKind.Array } modules)
            return;
        foreach (var type in modules.EnumerateArray().Select(ModuleType))
        {
            if (type.Split('.')[^1] is not ("Transformer" or "Pooling" or "Normalize"))
                throw new EmbeddingModelException(
                    $"The model ends in a layer that is not supported, {type}; choose one of Transformer, Pooling and Normalize only.");
        }
    }

    private static string ModuleType(JsonElement module) =>
        module.ValueKind == JsonValueKind.Object && module.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : throw new EmbeddingModelException("modules.json of the export has a layer without a type; fetch the export again.");

    private static string? Prompt(string folder, string kind) =>
        Setting(folder, "config_sentence_transformers.json", "prompts") is { ValueKind: JsonValueKind.Object } prompts
        && prompts.TryGetProperty(kind, out var prompt) && prompt.ValueKind == JsonValueKind.String
            ? prompt.GetString()
            : null;

    // Some files write "no limit" as a number beyond any integer.
    private static int? Number(string folder, string file, string name) =>
        Setting(folder, file, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private static JsonElement? Setting(string folder, string file, string name) =>
        Read(folder, file) is { ValueKind: JsonValueKind.Object } settings && settings.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Read(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        try
        {
            return File.Exists(path) ? JsonElement.Parse(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException e)
        {
            throw new EmbeddingModelException($"{file} of the export is not JSON ({e.Message}); fetch the export again.", e);
        }
    }

    private static string? First(string folder, IEnumerable<string> files) =>
        files.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
}
