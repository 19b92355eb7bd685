using Microsoft.ML.OnnxRuntime;
using PaperBot.Embedding.Tokens;

namespace PaperBot.Embedding;

/// <summary>A loaded graph: tokens in, one vector a token out. Safe for threads to share.</summary>
internal sealed class Encoder : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    /// <exception cref="EmbeddingModelException">The graph cannot be loaded or is not a text encoder.</exception>
    public Encoder(EmbeddingModel model, int threads)
    {
        // Threads share each operator: on two cores that is as fast as a text on each, answers a question sooner and needs half the memory.
        using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1, EnableMemoryPattern = false };
        try
        {
            _session = new InferenceSession(model.GraphPath, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new EmbeddingModelException($"The model {model.Name} cannot be loaded ({e.Message.Trim()}); install it again.", e);
        }
        _inputs = [.. _session.InputMetadata.Keys];
        foreach (var input in _inputs.Except(["input_ids", "attention_mask", "token_type_ids"]))
            throw new EmbeddingModelException($"The model {model.Name} wants the input {input}, which a BERT encoder of one text has not; choose a sentence-transformers export.");
        // Exports name the tokens' vectors last_hidden_state or token_embeddings; a pooled vector beside them has one dimension less.
        var output = _session.OutputMetadata.FirstOrDefault(output => output.Value.ElementType == typeof(float) && output.Value.Dimensions.Length == 3);
        if (output.Key is null)
            throw new EmbeddingModelException($"The model {model.Name} gives no vector for each token; choose an export with last_hidden_state.");
        _outputs = [output.Key];
        Dimensions = output.Value.Dimensions[^1] > 0 ? output.Value.Dimensions[^1] : model.Dimensions;
    }

    public int Dimensions { get; }

    /// <summary>Runs texts that all have the same number of tokens; <paramref name="read"/> gets each text's place and its vectors, token after token.</summary>
    public void Run(IReadOnlyList<TokenizedText> texts, Action<int, ReadOnlySpan<float>> read)
    {
        var length = texts[0].Length;
        long[] shape = [texts.Count, length];
        var ids = new long[texts.Count * length];
        for (var i = 0; i < texts.Count; i++)
            texts[i].Ids.CopyTo(ids, i * length);
        var inputs = new OrtValue[_inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = OrtValue.CreateTensorValueFromMemory(_inputs[i] switch
            {
                "input_ids" => ids,
                "attention_mask" => Filled(ids.Length, 1),
                _ => new long[ids.Length],
            }, shape);
        }
        try
        {
            using var run = new RunOptions();
            using var outputs = _session.Run(run, _inputs, inputs, _outputs);
            var vectors = outputs[0].GetTensorDataAsSpan<float>();
            var size = length * Dimensions;
            for (var i = 0; i < texts.Count; i++)
                read(i, vectors.Slice(i * size, size));
        }
        finally
        {
            foreach (var input in inputs)
                input.Dispose();
        }
    }

    public void Dispose() => _session.Dispose();

    private static long[] Filled(int length, long value)
    {
        var values = new long[length];
        Array.Fill(values, value);
        return values;
    }
}
