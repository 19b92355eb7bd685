using System.Text.Json;
using PaperBot.Embedding.Graphs;

namespace PaperBot.Tests.Embedding;

/// <summary>A sentence-transformers export of one layer and eight dimensions with weights drawn by a fixed seed.</summary>
internal static class TinyExport
{
    public const int Dimensions = 8;

    private static readonly string[] Words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "small", "model", "word", "text", "##s", "query", "passage", ":", "."];

    public static string Write(string folder, string graph = "onnx/model.onnx", string pooling = "cls", int limit = 32)
    {
        var shape = new BertShape { Hidden = Dimensions, Heads = 2, Layers = 1, Intermediate = 16, Vocabulary = Words.Length, Positions = 64 };
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, graph))!);
        Directory.CreateDirectory(Path.Combine(folder, "1_Pooling"));
        using (var stream = File.Create(Path.Combine(folder, graph)))
            new BertGraph(shape, name => Weights(name, shape)).Build().Save(stream);
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), Words);
        WriteJson(folder, "config.json", new { max_position_embeddings = shape.Positions });
        WriteJson(folder, "sentence_bert_config.json", new { max_seq_length = limit });
        WriteJson(folder, "1_Pooling/config.json", new { pooling_mode_cls_token = pooling == "cls", pooling_mode_mean_tokens = pooling == "mean" });
        WriteJson(folder, "config_sentence_transformers.json", new { prompts = new { query = "query: ", passage = "passage: " } });
        return folder;
    }

    public static void WriteJson(string folder, string file, object value) => File.WriteAllText(Path.Combine(folder, file), JsonSerializer.Serialize(value));

    private static float[] Weights(string name, BertShape shape)
    {
        var random = new Random(name.Length * 31 + name[^8]);
        var size = name switch
        {
            "embeddings.word_embeddings.weight" => shape.Vocabulary * shape.Hidden,
            "embeddings.position_embeddings.weight" => shape.Positions * shape.Hidden,
            "embeddings.token_type_embeddings.weight" => 2 * shape.Hidden,
            _ when name.Contains("LayerNorm", StringComparison.Ordinal) => shape.Hidden,
            _ when name.EndsWith("intermediate.dense.bias", StringComparison.Ordinal) => shape.Intermediate,
            _ when name.EndsWith("bias", StringComparison.Ordinal) => shape.Hidden,
            _ when name.Contains("attention", StringComparison.Ordinal) => shape.Hidden * shape.Hidden,
            _ => shape.Hidden * shape.Intermediate,
        };
        return [.. Enumerable.Range(0, size).Select(_ => random.NextSingle() - 0.5f)];
    }
}
